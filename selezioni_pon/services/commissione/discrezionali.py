"""The points of the commission: each member alone, then together with the reason."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from typing import Any, Final

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato, Conflitto, esigi, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import PuntiCommissario, PuntiConcordati
from selezioni_pon.queries.commissione.discrezionali import (
    giudicano,
    punti_del,
    raccolte,
    singoli,
)
from selezioni_pon.queries.valutazione import griglia_di
from selezioni_pon.rules.discrezionali import (
    RELAZIONE,
    Raccolta,
    proposta,
    verifica_accordo,
    verifica_dato,
)
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da
from selezioni_pon.services.commissione.domande import SulTavolo, blocca_domanda

CONCORDA: Final = "concorda punti della commissione"
MEDIA: Final = "È la media dei punti dati da ciascuno."


@transaction.atomic
def dai_punti(
    *, autore: Contesto, adesso: datetime, invio_id: int, voce: str, valore: Mapping[str, Any]
) -> PuntiCommissario:
    """Give one's own points to an item of the commission: each member alone.

    They may be changed until everybody has given theirs; then all see them and nobody changes
    them any more. Raises AttoRifiutato. The register says that they were given, not how many.
    """
    tavolo = blocca_domanda(autore, adesso, invio_id)
    raccolta = _raccolta(tavolo, voce)
    punti = _punti(raccolta, valore)
    esigi(verifica_dato(raccolta, str(tavolo.membro.pk), punti))
    dati, _ = PuntiCommissario.objects.update_or_create(
        istituto=autore.istituto, commissario=tavolo.membro, invio=tavolo.invio,
        voce=raccolta.voce.numero, defaults={"valore": dict(valore), "dati_il": adesso},
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="dà i propri punti", oggetto=dati,
        dati={"voce": raccolta.voce.numero},
    )  # fmt: skip
    return dati


@transaction.atomic
def concorda_punti(
    *,
    autore: Contesto,
    adesso: datetime,
    invio_id: int,
    voce: str,
    valore: Mapping[str, Any],
    motivo: str,
    versione: int,
) -> PuntiConcordati:
    """Write what the commission gives together to an item, once everybody has given the own.

    The mean needs no other reason. The same points with the same reason are kept once. Raises
    Conflitto when others wrote other ones meanwhile (``versione`` 0: there were none);
    AttoRifiutato.
    """
    tavolo = blocca_domanda(autore, adesso, invio_id)
    raccolta = _raccolta(tavolo, voce)
    punti = _punti(raccolta, valore)
    tenuti = PuntiConcordati.objects.filter(invio=tavolo.invio, voce=raccolta.voce.numero).first()
    esigi(verifica_accordo(raccolta, punti, motivo))
    motivo = motivo.strip() or (MEDIA if punti == proposta(raccolta) else "")
    if tenuti is not None and (tenuti.valore, tenuti.motivo) == (dict(valore), motivo):
        return tenuti
    if (tenuti.versione if tenuti else 0) != versione:
        raise Conflitto(tenuti or PuntiConcordati(versione=0))
    dati = tenuti or PuntiConcordati(
        istituto=autore.istituto, invio=tavolo.invio, voce=raccolta.voce.numero, versione=0
    )
    dati.valore, dati.motivo = dict(valore), motivo
    dati.dati_il, dati.dati_da = adesso, tavolo.membro
    dati.versione += 1
    dati.save()
    annota(
        autore=autore, adesso=adesso, azione=CONCORDA, oggetto=dati,
        dati={"voce": raccolta.voce.numero, "motivo": motivo},
    )  # fmt: skip
    return dati


def _raccolta(tavolo: SulTavolo, voce: str) -> Raccolta:
    """What was given to an item; AttoRifiutato for one that the commission does not judge."""
    griglia = griglia_di(tavolo.avviso)
    giudici = giudicano(tavolo.membro.commissione, tavolo.invio.candidatura_id)
    trovata = raccolte(griglia, singoli(griglia, tavolo.invio), giudici).get(voce)
    if trovata is None:
        testo = f"Alla voce {voce} la commissione non dà punti: si dichiara."
        raise rifiuta("voce", testo, RELAZIONE)
    return trovata


def _punti(raccolta: Raccolta, valore: Mapping[str, Any]) -> Fraction:
    letto = titolo_da(raccolta.voce, valore)
    if isinstance(letto, Titolo):
        return punti_del(raccolta.voce, letto)
    raise AttoRifiutato(letto)
