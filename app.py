"""The front door: reads the settings, builds every room, opens the channels. `python -m app` serves them."""

from __future__ import annotations

import logging
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.middleware.proxy_fix import ProxyFix

from channels import Front, known_channels
from doors.guard import Guard
from doors.limits import Limits
from doors.refusals import answer_errors_with_json
from errands.duties import clear_old, send_owed
from errands.watch import Watch
from errands.worker import Errand, Worker
from logs import Cleaner, open_log
from media_backends import BackendError, BackendFactory, BackendType, Opening, Settled
from settings import Settings, SettingsError, read_settings
from speech.hearing import grammar
from speech.saying import open_speech
from storage.conversations import Conversations, digest
from storage.database import open_database, reading
from storage.demo_shelf import DemoShelf
from storage.migrating import bring_up_to_date
from storage.outbox import Outbox
from storage.tokens import Tokens
from turns.effects import World
from turns.sending import LEASE, send
from turns.taking import Ear, Turns

if TYPE_CHECKING:
    from sqlalchemy import Engine

log = logging.getLogger(__name__)
