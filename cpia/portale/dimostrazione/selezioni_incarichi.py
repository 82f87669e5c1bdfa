"""The posts of the final ranking: one published, one refused, one to be signed, one asked now."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import partial

from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.portale.dimostrazione.selezioni_domande import chi_e
from cpia.portale.dimostrazione.selezioni_procedure import avviso_per, dirige, ufficio
from cpia.portale.dimostrazione.selezioni_procedure_piano import CANDIDATA, REFERENTI
from cpia.scuola.models import Istituto
from selezioni_pon.models import Contratto, Proposta
from selezioni_pon.queries.incarichi.finale import quadro_di
from selezioni_pon.services.incarichi import (
    DatiIncarico,
    emetti_incarico,
    proponi_incarichi,
    pubblica_incarico,
    registra_firma,
    rispondi_proposta,
    scrivi_incarico,
)

PRIMO, RIFIUTA = ("Quarantini", "Thomas"), ("Valotti", "Pietro")
SECONDA = (CANDIDATA.cognome, CANDIDATA.nome)
NON_PUO = "Da giugno sono in aspettativa: non potrei seguire le prove di uscita."
DELIBERA_IL = date(2024, 5, 14)
Quando = datetime


def _alle(giorno: int, ora: int, minuti: int = 0, mese: int = 5) -> datetime:
    return istante(date(2024, mese, giorno), ora, minuti)


def atti() -> Iterator[tuple[datetime, Callable[[Istituto], object]]]:
    """Offered down the ranking, answered, written, issued."""
    for quando, entro in (
        (_alle(27, 9, 30), date(2024, 6, 3)), (_alle(28, 9), date(2024, 6, 7)),
    ):  # fmt: skip
        yield quando, partial(_propone, quando=quando, entro=entro)
    for quando, chi, motivo in (
        (_alle(27, 12), PRIMO, ""), (_alle(27, 13), RIFIUTA, NON_PUO), (_alle(28, 8), SECONDA, ""),
    ):  # fmt: skip
        yield quando, partial(_risponde, quando=quando, chi=chi, motivo=motivo)
    emessa, firmata = _alle(28, 10), _alle(28, 12)
    yield emessa, partial(_emette, quando=emessa, chi=PRIMO)
    yield firmata, partial(_firma, quando=firmata, chi=PRIMO)
    dopo = _alle(3, 11, mese=6)
    yield dopo, partial(_emette, quando=dopo, chi=SECONDA)


def _propone(istituto: Istituto, quando: datetime, entro: date) -> None:
    avviso = avviso_per(istituto, REFERENTI.ruolo)
    quadro = quadro_di(avviso)
    if quadro is None:
        raise LookupError(avviso)
    lette = [uno.candidatura_id for uno in quadro.da_proporre]
    proponi_incarichi(**dirige(istituto, quando), avviso_id=avviso.pk, lette=lette, entro=entro)


def _proposta(istituto: Istituto, chi: Sequence[str]) -> Proposta:
    return Proposta.objects.select_related("candidatura__avviso").get(
        istituto=istituto, candidatura__persona__cognome=chi[0]
    )


def _risponde(istituto: Istituto, quando: datetime, chi: tuple[str, str], motivo: str) -> None:
    una = _proposta(istituto, chi)
    rispondi_proposta(
        autore=compi(chi_e(istituto, *chi), quando), adesso=quando, proposta_id=una.pk,
        versione=una.versione, accetta=not motivo, motivo=motivo,
    )  # fmt: skip


def _emette(istituto: Istituto, quando: datetime, chi: tuple[str, str]) -> None:
    """The office writes it as the call says, who directs issues it."""
    una = _proposta(istituto, chi)
    (dal, al), ore = REFERENTI.periodo, REFERENTI.ore
    dati = DatiIncarico(
        dal=max(dal, quando.date()), al=al, ore=ore, delibera_il=DELIBERA_IL,
        compenso=int(REFERENTI.compenso[0] * ore * Decimal(100)),
    )  # fmt: skip
    contratto = scrivi_incarico(
        **ufficio(istituto, quando), proposta_id=una.pk, versione=None, dati=dati
    )
    emetti_incarico(
        **dirige(istituto, quando), contratto_id=contratto.pk, versione=contratto.versione
    )


def _firma(istituto: Istituto, quando: datetime, chi: tuple[str, str]) -> None:
    """The paper comes back signed, and is published."""
    contratto = Contratto.objects.get(proposta=_proposta(istituto, chi))
    firmato = registra_firma(
        **ufficio(istituto, quando), contratto_id=contratto.pk, versione=contratto.versione,
        firmato_il=quando.date(),
    )  # fmt: skip
    pubblica_incarico(
        **ufficio(istituto, quando), contratto_id=firmato.pk, versione=firmato.versione
    )
