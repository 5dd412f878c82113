"""What is done with a ledger that is kept.

settling    every reading -> its incidents
judging     what people decide, and what becomes of the incidents
correcting  what a person writes as the right value
rereading   raw copies that another version or codebook read, read again
verifying   raw copies, texts, spans and the audit chain: do they prove each other?
witness     its hashes for others, and is it what they vouch for?
examining   is all true of it that always is?
importing   a ledger out of a file
exporting   a ledger into a format
stored      a ledger as a format is written from it
"""
