"""The commands by name: each is imported when it is called, so that help is there at once."""

from __future__ import annotations

from importlib import import_module

import click

COMMANDS = {
    "read": ("read:read", "Read reports and print their incidents: what happened, and who says so."),
    "add": ("add:add", "Read reports into a ledger and link them with all that it holds."),
    "watch": (
        "watch:watch",
        "Add every report that arrives in FOLDER to a ledger, and what is there, until interrupted.",
    ),
    "load": (
        "load:load",
        "Take the partitions of `dateline read --partitions` into a ledger, and link all that it holds.",
    ),
    "incidents": (
        "incidents:incidents",
        "List the incidents of a ledger, or those of them that the options ask for.",
    ),
    "show": (
        "show:show_incident",
        "Show one incident of a ledger: its figures, who gives them, and how they differ.",
    ),
    "timeline": (
        "timeline:timeline",
        "Show what was said of one field of an incident, in order of publication.",
    ),
    "export": (
        "export:export",
        "Print all that a ledger holds, or write it to a file, in a format that others read.",
    ),
    "import": (
        "import_:import_ledger",
        "Take an exported ledger into one that is kept, and link it with all that is there.",
    ),
    "explain": (
        "explain:explain",
        "Show why a claim was made, or why the reports of an incident are in it.",
    ),
    "judge": (
        "judge:judge",
        "Judge whether two events are one occurrence, or the value of a claim; this outranks every rule.",
    ),
    "remove": ("remove:remove", "Take a report out of a ledger, and link the rest again without it."),
    "reread": (
        "reread:reread",
        "Read again what another version of Dateline or another codebook read, and link all again.",
    ),
    "verify": ("verify:verify", "Re-read every raw copy, re-slice every span, and check the audit chain."),
    "manifest": (
        "manifest:manifest",
        "Print the hashes of all that a ledger holds, for others to hold it against later.",
    ),
    "doctor": ("doctor:doctor", "Check the stored records and tables of a ledger against every invariant."),
    "evaluate": (
        "evaluate:evaluate_command",
        "Score a ledger against marked reports: value, source, modality, place, time, linking.",
    ),
    "compare": (
        "compare:compare_command",
        "Match rows that others coded to the incidents of a ledger, and list where they agree.",
    ),
    "codebook": ("codebook:codebook", "The coding rules: show the packaged files, check your own."),
    "schema": ("schema:schema", "Print the JSON Schema that `dateline read --json` keeps to."),
    "serve": ("serve:serve", "Show a ledger in a browser, and answer programs under /api."),
    "token": (
        "token:token",
        "Make a token for NAME, and print it this once; the file keeps only its SHA-256.",
    ),
}
"""Name -> where the command is, in this package, and its help in one line, as its docstring begins."""


class Commands(click.Group):
    """A group of the commands above."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names in the order of a person's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(f"dateline.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List them with their help, importing none."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])
