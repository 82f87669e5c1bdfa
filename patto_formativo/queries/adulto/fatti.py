"""The numbers of a version as they are told in plain words."""

from dataclasses import replace
from datetime import date

from patto_formativo.models import Versione
from patto_formativo.queries.patti.fatti import fatti_di
from patto_formativo.queries.patti.piano import unita_di
from patto_formativo.queries.regole import RegolePatto
from patto_formativo.rules.fatti import Fatti


def fatti_della(versione: Versione, in_uso: RegolePatto, oggi: date) -> Fatti:
    """The numbers of a version, by the rules of a day. One query.

    ``a_distanza`` are the hours from home agreed in the plan; of a version without units yet, the
    most that may be there.
    """
    unita = unita_di(versione)
    fatti = fatti_di(versione, oggi, unita=unita, limiti=in_uso)
    return fatti if unita else replace(fatti, a_distanza=fatti.limite_distanza)
