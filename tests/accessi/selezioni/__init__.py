"""The entries of the access matrix for the selections, one module a topic.

A module that is put in this folder with its ``VOCI`` is found by itself.
"""

import importlib
import pkgutil

from tests.accessi.voce import Voce

VOCI: dict[str, Voce] = {}
for _modulo in pkgutil.iter_modules(__path__):
    VOCI |= importlib.import_module(f"{__name__}.{_modulo.name}").VOCI
