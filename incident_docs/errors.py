"""Define what is raised for the caller's mistakes: one line that says what is wrong and what to do."""


class IncidentDocsError(Exception):
    """We were called wrongly, by a command line, a configuration or a path. Shown without a traceback."""


class CannotEdit(IncidentDocsError):  # noqa: N818 - it reads as a sentence: raise CannotEdit("there is no timeline")
    """An edit has no place in this document, or would break it; the reason in one line."""
