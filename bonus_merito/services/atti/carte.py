"""The papers of the outcome, frozen under the number that they are given."""

from datetime import datetime

from bonus_merito.documents import decreto as carta_decreto
from bonus_merito.documents import lettera as carta_lettera
from bonus_merito.documents import prospetto as carta_prospetto
from bonus_merito.documents import risposta as carta_risposta
from bonus_merito.documents.parole_atti import Emissione
from bonus_merito.models import Istanza
from bonus_merito.queries.esiti import motivi_di
from bonus_merito.queries.quadro import QuadroDiProcedura, Riga
from cpia.atti.carta import Congelato
from cpia.atti.models import Documento
from cpia.atti.services import prepara_documento
from cpia.scuola.access import Contesto

# None of them names anybody, or says how it went: a title is read in lists and in mails.
TITOLI = {
    carta_decreto.TIPO: "Decreto di assegnazione del bonus",
    carta_lettera.TIPO: "Lettera sull’esito del bonus",
    carta_prospetto.TIPO: "Esito del bonus, per l’albo",
    carta_risposta.TIPO: "Risposta a un’istanza sul bonus",
}
MODELLI = {
    carta_decreto.TIPO: carta_decreto.MODELLO,
    carta_lettera.TIPO: carta_lettera.MODELLO,
    carta_prospetto.TIPO: carta_prospetto.MODELLO,
    carta_risposta.TIPO: carta_risposta.MODELLO,
}


def prepara_decreto(
    autore: Contesto,
    adesso: datetime,
    quadro: QuadroDiProcedura,
    emissione: Emissione,
    *,
    reclamo: str,
) -> Documento:
    """Freeze the decree; reserved."""
    contesto = carta_decreto.contesto_decreto(quadro, emissione, reclamo=reclamo)
    return _prepara(autore, adesso, carta_decreto.TIPO, contesto, emissione)


def prepara_lettera(
    autore: Contesto,
    adesso: datetime,
    riga: Riga,
    quadro: QuadroDiProcedura,
    emissione: Emissione,
    *,
    reclamo: str,
) -> Documento:
    """Freeze the letter to one person; reserved."""
    contesto = carta_lettera.contesto_lettera(
        riga, quadro, motivi_di(riga, quadro), emissione, reclamo=reclamo
    )
    return _prepara(autore, adesso, carta_lettera.TIPO, contesto, emissione)


def prepara_prospetto(
    autore: Contesto, adesso: datetime, contesto: Congelato, emissione: Emissione
) -> Documento:
    """Freeze what everybody may read."""
    return _prepara(autore, adesso, carta_prospetto.TIPO, contesto, emissione, riservato=False)


def prepara_risposta(
    autore: Contesto, adesso: datetime, istanza: Istanza, emissione: Emissione
) -> Documento:
    """Freeze the answer; reserved."""
    contesto = carta_risposta.contesto_risposta(istanza, emissione)
    return _prepara(autore, adesso, carta_risposta.TIPO, contesto, emissione)


def _prepara(
    autore: Contesto,
    adesso: datetime,
    tipo: str,
    contesto: Congelato,
    emissione: Emissione,
    *,
    riservato: bool = True,
) -> Documento:
    return prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=tipo,
        titolo=TITOLI[tipo],
        modello=MODELLI[tipo],
        contesto=contesto.as_dict(),
        protocollo=emissione.protocollo,
        firmato_da=emissione.firmatario.nome_e_cognome,
        codice_verifica=emissione.codice,
        riservato=riservato,
    )
