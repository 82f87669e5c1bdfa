"""A selection begins with the draft of its first call; when that was not enough, the next one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso, Progetto, Selezione
from selezioni_pon.queries.regole import regole_del_giorno
from selezioni_pon.queries.svolte import le_fasi, posti_rimasti, prossima_fase, svolte
from selezioni_pon.rules.fasi import verifica_apertura
from selezioni_pon.rules.impossibilita import INTERPELLO
from selezioni_pon.services.avvisi.scrittura import esigi_ruolo_libero

# What a call takes over from the one before: not the term, nor why it could be shorter.
COPIATI: Final = (
    "griglia", "ore", "compenso_minimo", "compenso_massimo", "dal", "al", "luogo",
    "ordine_scolastico", "titoli_di_studio", "come_si_presenta", "pagamento", "trattamento",
    "sospensioni", "responsabile", "cig", "reclamo_giorni",
)  # fmt: skip


@dataclass(frozen=True)
class DatiSelezione:
    """For which project, for which role, for how many."""

    progetto_id: int
    ruolo: str
    posti: int = 1


@transaction.atomic
def prepara_selezione(*, autore: Contesto, adesso: datetime, dati: DatiSelezione) -> Avviso:
    """Begin a selection with the draft of its first call: who directs or the office may.

    A second click gives the same draft. Raises AttoRifiutato where the project has a selection
    for the same role already.
    """
    progetto = Progetto.objects.select_for_update().get(
        pk=dati.progetto_id, istituto=autore.istituto
    )
    selezione = Selezione(
        istituto=autore.istituto, progetto=progetto, ruolo=dati.ruolo, posti=dati.posti
    )
    gia = _appena_fatta(autore, dati)
    if gia is not None:
        return gia
    esigi_ruolo_libero(autore, selezione, dati.ruolo)
    selezione.save()
    prima = le_fasi(regole_del_giorno(autore.istituto.pk, autore.oggi))[0]
    bozza = Avviso(selezione=selezione, fase=prima.value, posti=dati.posti)
    return _bozza(autore, adesso, bozza)


@transaction.atomic
def prepara_successivo(*, autore: Contesto, adesso: datetime, avviso_id: int) -> Avviso:
    """Prepare the next call of a selection, for the posts left, with the words of this one.

    After a revoked call it is the same one again. The draft already there, if there is one.
    Raises AttoRifiutato with what is missing before the school may turn to others.
    """
    da = Avviso.objects.select_related("selezione").get(pk=avviso_id, istituto=autore.istituto)
    selezione = Selezione.objects.select_for_update().get(
        pk=da.selezione_id, istituto=autore.istituto
    )
    bozza: Avviso | None = selezione.avvisi.filter(stato=StatoAvviso.BOZZA.value).first()
    if bozza is not None:
        return bozza
    fatte = svolte(selezione)
    regole = regole_del_giorno(autore.istituto.pk, autore.oggi)
    fase = prossima_fase(fatte, regole)
    if fase is None:
        testo = "Dopo l’avviso per gli esterni non ce n’è un altro: si fa una nuova selezione."
        raise rifiuta("ultimo_avviso", testo, INTERPELLO)
    esigi(verifica_apertura(fase, fatte, regole.avviso))
    posti = posti_rimasti(selezione, fatte)
    nuovo = Avviso(selezione=selezione, fase=fase.value, posti=posti)
    return _bozza(autore, adesso, nuovo, da)


def _appena_fatta(autore: Contesto, dati: DatiSelezione) -> Avviso | None:
    """The draft of the same selection, on which nobody has written yet."""
    return (
        Avviso.objects.filter(
            istituto=autore.istituto, selezione__progetto_id=dati.progetto_id,
            selezione__ruolo=dati.ruolo, selezione__posti=dati.posti,
            stato=StatoAvviso.BOZZA.value, versione=1,
        ).first()
    )  # fmt: skip


def _bozza(autore: Contesto, adesso: datetime, avviso: Avviso, da: Avviso | None = None) -> Avviso:
    """Keep the draft of a call, with what it takes over from the one before."""
    avviso.istituto, avviso.modificato_il = autore.istituto, adesso
    if da is not None:
        for campo in COPIATI:
            setattr(avviso, campo, getattr(da, campo))
    avviso.save()
    annota(
        autore=autore, adesso=adesso, azione="prepara avviso di selezione", oggetto=avviso,
        dati={"fase": avviso.fase, "posti": avviso.posti},
    )  # fmt: skip
    return avviso
