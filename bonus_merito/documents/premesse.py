"""On what the decree stands: laws, criteria, money, who asked."""

from collections.abc import Iterator

from django.utils import timezone

from bonus_merito.documents.parole_atti import criteri_detti, protocollo_detto
from bonus_merito.enums import Categoria, FonteRisorse, StatoRichiesta
from bonus_merito.models import Procedura
from bonus_merito.queries.quadro import QuadroDiProcedura
from cpia.atti.rules import data_estesa
from cpia.scuola.parole import plurale


def premesse(quadro: QuadroDiProcedura) -> Iterator[str]:
    """The lines before what is decreed, each without its full stop."""
    procedura = quadro.procedura
    yield "Vista la L. 13 luglio 2015, n. 107, art. 1 cc. 126-130"
    if procedura.fondo.fonte == FonteRisorse.CONTRATTO.value:
        yield "Vista la L. 27 dicembre 2019, n. 160, art. 1 c. 249"
    yield from _risorse(quadro)
    yield f"Visti i criteri {criteri_detti(procedura)}"
    if procedura.rettifica_di is not None:
        yield _rettifica(procedura.rettifica_di)
    yield _richieste(quadro)
    if quadro.esclusi:
        esclusi = plurale(len(quadro.esclusi), "persona non li ha", "persone non li hanno")
        yield f"Controllati i requisiti di chi partecipa: {esclusi}"
    else:
        yield "Controllati i requisiti di chi partecipa"
    yield (
        "Valutate le attività di ognuno secondo i criteri, con la motivazione scritta per ciascun "
        "beneficiario"
    )


def _risorse(quadro: QuadroDiProcedura) -> Iterator[str]:
    fondo = quadro.procedura.fondo
    if fondo.contratto:
        yield f"Visto il contratto integrativo d’istituto {fondo.contratto}, {fondo.articolo}"
    if fondo.comunicato_con:
        yield f"Vista la comunicazione delle risorse: {fondo.comunicato_con}"


def _rettifica(annullata: Procedura) -> str:
    """The decree of before, annulled in self-protection: its reason is said with it."""
    numero = protocollo_detto(annullata.protocollo).lower() if annullata.protocollo else ""
    return (
        f"Annullato il precedente decreto{f' {numero}' if numero else ''} "
        f"({annullata.motivo_annullamento}) e valutate di nuovo le stesse carte (L. 241/1990, "
        "art. 21-nonies)"
    )


def _richieste(quadro: QuadroDiProcedura) -> str:
    procedura = quadro.procedura
    d_ufficio = any(riga.richiesta.stato == StatoRichiesta.D_UFFICIO.value for riga in quadro.righe)
    if d_ufficio:
        perche = f": {procedura.motivo_d_ufficio}" if procedura.motivo_d_ufficio else ""
        return f"Considerato che nessuno ha presentato la griglia e si procede d’ufficio{perche}"
    entro = data_estesa(timezone.localdate(procedura.scade)) if procedura.scade else ""
    quante = plurale(len(quadro.righe), "richiesta arrivata", "richieste arrivate")
    docenti = procedura.categoria == Categoria.DOCENTI.value
    di_ruolo = "docenti di ruolo" if docenti else "persone di ruolo"
    return (
        f"Esaminate {quante} entro il termine del {entro}, su {procedura.in_servizio} {di_ruolo} "
        "in servizio"
    )
