"""What went wrong while apprise sent a message: it answers with yes or no, and tells the rest to its log alone.

Whether a message may have arrived depends on it: where nobody opened, it did not; where somebody hung up after it was
handed over, nobody can tell. When apprise logs a failure, it is handling the error, and that is where we see it.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from smtplib import SMTPResponseException
from typing import Final

from requests import ConnectTimeout, RequestException
from urllib3.exceptions import MaxRetryError


class _Mishaps(logging.Filter, threading.local):
    """Each thread's own."""

    def __init__(self) -> None:
        super().__init__()
        self.may_have_arrived = False

    def filter(self, record: logging.LogRecord) -> bool:
        """Look at what is being handled; let through what the log would have without us."""
        problem = sys.exc_info()[1]
        if problem is not None and _may_have_arrived(problem):
            self.may_have_arrived = True
        return record.levelno >= logging.getLogger().level


#: There is one log in a process, and so one of these.
_MISHAPS: Final = _Mishaps()


def begin() -> None:
    """This thread is about to send a message."""
    log = logging.getLogger("apprise")
    log.setLevel(logging.DEBUG)  # of mails, it tells at this level only
    log.addFilter(_MISHAPS)  # once, however often
    _MISHAPS.may_have_arrived = False


def may_have_arrived() -> bool:
    """Whether something went wrong since after which nobody can tell."""
    return _MISHAPS.may_have_arrived


def _may_have_arrived(problem: BaseException) -> bool:
    if isinstance(problem, RequestException):
        cause = problem.args[0] if problem.args else None
        nobody_opened = isinstance(problem, ConnectTimeout) or isinstance(cause, MaxRetryError)
        # An answer that cannot be read, or an address that is none, is a ValueError, too.
        return not nobody_opened and not isinstance(problem, ValueError)
    if isinstance(problem, OSError) and not isinstance(problem, SMTPResponseException):
        # Of a mail, all that comes before its text is not the mail.
        return any(step.name == "data" for step in traceback.extract_tb(problem.__traceback__))
    return False
