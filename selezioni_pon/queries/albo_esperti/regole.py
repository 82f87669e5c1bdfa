"""The rules of the register: those of the day for who enters it, those kept for who is in it."""

from datetime import date
from typing import Final

from cpia.norme.queries import parametro
from cpia.norme.rules.motivi import Valore
from selezioni_pon import regolamenti
from selezioni_pon.models import IscrizioneEsperto
from selezioni_pon.rules.albo_esperti import valide_per
from selezioni_pon.rules.da_parametri import letto
from selezioni_pon.rules.iscrizioni_albo import IscrizioneAlbo, RegoleAlbo, Valida

# The school whose regulation says the conditions: for the others it is a model.
CASA: Final = "ic-porto-venere"
DURATA: Final = "selezioni.albo_esperti_anni"


def regole_del_giorno(istituto_id: int, giorno: date) -> RegoleAlbo:
    """The rules of a school on a day. One query."""
    durata = letto(parametro(istituto_id, DURATA, giorno), int)
    return regolamenti.albo_esperti(CASA, durata)


def regole_di(riga: IscrizioneEsperto) -> RegoleAlbo:
    """Those with which an entry was made. No query."""
    return regolamenti.albo_esperti(CASA, Valore(riga.anni or 1, riga.anni_fonte))


def per_le_regole(
    riga: IscrizioneEsperto, *, dal: date | None = None, requisiti: bool | None = None,
    documenti: bool | None = None,
) -> IscrizioneAlbo:  # fmt: skip
    """An entry as the rules take it; one that is being decided with what was found of it."""
    return IscrizioneAlbo(
        id=str(riga.pk),
        nome=riga.persona.nome_e_cognome,
        settori=frozenset(riga.settori),
        iscritto_il=dal or riga.iscritta_dal or date.max,
        requisiti=riga.requisiti_verificati if requisiti is None else requisiti,
        docente_di_altra_scuola=riga.docente_di_altra_scuola,
        dipendente_pubblico=bool(riga.dipendente_di),
        cooperativa=riga.cooperativa,
        documenti_cooperativa=riga.documenti_cooperativa if documenti is None else documenti,
        cancellato_il=riga.cancellata_il,
    )


def giudizio(riga: IscrizioneEsperto, settore: str, giorno: date) -> Valida:
    """Whether an entry holds for an activity on a day. No query when its person is loaded."""
    (una,) = valide_per([per_le_regole(riga)], settore, giorno, regole_di(riga))
    return una
