"""Sleepers on a virtual clock."""

from .sleepers_real import main as main

virtual = True
