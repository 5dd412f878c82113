"""What do pronouns and descriptions ("he", "the group") refer to?"""
