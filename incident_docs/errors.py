"""The one exception for the caller's mistakes: one line that says what is wrong and what to do."""


class IncidentDocsError(Exception):
    """We were called wrongly, by a command line, a configuration or a path. Shown without a traceback."""
