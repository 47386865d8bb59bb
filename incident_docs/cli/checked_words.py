"""Look for secrets and personal data in words before they are written anywhere."""

import click

from incident_docs.cli.asking import ask_yes, can_ask
from incident_docs.format.wording import join_words
from incident_docs.reading.blank_out import blank_out


def checked_words(words: str, what: str) -> str:
    """Give the words as they may be written; at a terminal, what must not be in a document can be blanked out.

    `what` says in a message what they are. Raises ClickException if they hold such a thing and nobody blanks it out.
    """
    blanked = blank_out(words)
    if not blanked.kinds:
        return words
    message = f"{what} has what looks like {join_words(blanked.kinds)}"
    if not can_ask():
        raise click.ClickException(
            f"{message}; git never forgets it, so nothing was written. Take it out, and call again"
        )
    click.echo(f"{message}.", err=True)
    if ask_yes("Write it without that", default=True):
        return blanked.text
    raise click.ClickException("nothing was written")
