"""A reminder asked about just before it is sent: is it still true, is it still for this person."""

from datetime import date, datetime

from django.utils import timezone

from competenze.enums import (
    StatoClasse,
    StatoInserimento,
    StatoRilevazione,
    TipoPromemoria,
)
from competenze.models import ClasseRilevata, Inserimento
from competenze.queries.regole import regole
from competenze.rules import promemoria as regola
from competenze.services.promemoria.piano import piano_della_classe
from cpia.avvisi.models import Promemoria
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico
from cpia.scuola.queries import in_vigore

# Once told, always true: these notices tell of something done and are not asked about again.
FATTI = {"competenze.riapertura_classe"}
PIANIFICATI = {f"competenze.{tipo}" for tipo in TipoPromemoria}
SE_MANCANO = {f"competenze.{tipo}" for tipo in regola.SE_MANCANO}


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether a reminder still has a reason, and its person still the role, just before sending.

    A planned one must still be in the plan: a scrutinio that was moved moves its reminders.
    """
    cosa, _, pk = promemoria.riferimento.partition("/")
    oggi = timezone.localdate(adesso)
    if cosa == "inserimento":
        return _docente_deve(promemoria, int(pk), oggi)
    return _classe_deve(promemoria, int(pk), oggi)


def _docente_deve(promemoria: Promemoria, inserimento_id: int, oggi: date) -> bool:
    inserimento = (
        Inserimento.objects.filter(
            istituto_id=promemoria.istituto_id, pk=inserimento_id, stato=StatoInserimento.APERTO
        )
        .select_related("classe_rilevata__rilevazione")
        .first()
    )
    return (
        inserimento is not None
        and _ancora_in_piano(promemoria, inserimento.classe_rilevata, oggi)
        and _ha_incarico(promemoria, oggi, ruolo=Ruolo.DOCENTE, cattedra_id=inserimento.cattedra_id)
    )


def _classe_deve(promemoria: Promemoria, rilevata_id: int, oggi: date) -> bool:
    rilevata = (
        ClasseRilevata.objects.filter(istituto_id=promemoria.istituto_id, pk=rilevata_id)
        .select_related("rilevazione")
        .first()
    )
    return (
        rilevata is not None
        and _guida(promemoria, rilevata, oggi)
        and (promemoria.tipo in FATTI or _ancora_in_piano(promemoria, rilevata, oggi))
        and (promemoria.tipo not in SE_MANCANO or _manca_qualcosa(rilevata))
    )


def _manca_qualcosa(rilevata: ClasseRilevata) -> bool:
    return rilevata.inserimenti.filter(stato=StatoInserimento.APERTO).exists()


def _ancora_in_piano(promemoria: Promemoria, rilevata: ClasseRilevata, oggi: date) -> bool:
    """Whether class and campaign are open and the plan, as it is now, still has this reminder."""
    if (rilevata.stato, rilevata.rilevazione.stato) != (
        StatoClasse.APERTA,
        StatoRilevazione.APERTA,
    ):
        return False
    if promemoria.tipo not in PIANIFICATI:
        return True
    # The key of a planned reminder begins competenze.TIPO.GIORNO.
    return promemoria.chiave.split(".")[1:3] in [
        [uno.tipo.value, str(uno.giorno)]
        for uno in piano_della_classe(rilevata, regole(rilevata.rilevazione))
        if oggi <= uno.fino_al
    ]


def _guida(promemoria: Promemoria, rilevata: ClasseRilevata, oggi: date) -> bool:
    """Whether the person coordinates the class today, or directs the institute."""
    return _ha_incarico(
        promemoria, oggi, ruolo=Ruolo.COORDINATORE, classe_id=rilevata.classe_id
    ) or _ha_incarico(promemoria, oggi, ruolo=Ruolo.DIRIGENTE)


def _ha_incarico(promemoria: Promemoria, oggi: date, **su: object) -> bool:
    return Incarico.objects.filter(
        in_vigore(oggi),
        istituto_id=promemoria.istituto_id,
        persona_id=promemoria.id_persona,
        **su,
    ).exists()
