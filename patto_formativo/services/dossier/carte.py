"""The two papers of an attestation: the certificate, and the dossier that it stands on."""

from datetime import datetime

from cpia.atti.carta import Congelato
from cpia.atti.models import Documento, Protocollo
from cpia.atti.services import nuovo_codice, prepara_documento, sostituisci_documento
from cpia.avvisi.circolari.queries.elenco import dirigente
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.documents import certificato as carta
from patto_formativo.documents import dossier as libretto
from patto_formativo.documents.parole import protocollo_detto
from patto_formativo.models import Certificato, Dossier
from patto_formativo.queries.crediti import ContoCrediti
from patto_formativo.queries.dossier import carte_di
from patto_formativo.rules.fonti import COMMISSIONE

ARTICOLO = f"{COMMISSIONE}, art. 11"
ARTICOLI = f"{COMMISSIONE}, artt. 4 e 11"


def prepara_certificato(
    autore: Contesto,
    adesso: datetime,
    *,
    dossier: Dossier,
    conto: ContoCrediti,
    protocollo: Protocollo,
    delibera: str,
    vecchio: Certificato | None,
) -> Documento:
    """Freeze the words of a certificate. Raises AttoRifiutato when nobody presides today."""
    presiede = dirigente(autore.istituto.pk, autore.oggi)
    if presiede is None:
        testo = "Oggi nessuno dirige l’istituto: manca chi presiede la Commissione."
        raise rifiuta("firma", testo, ARTICOLO)
    presiede.istituto = autore.istituto
    prima = vecchio.protocollo if vecchio else None
    contesto = carta.contesto_certificato(
        dossier,
        conto,
        firmatario=presiede,
        delibera=delibera,
        protocollo=protocollo,
        codice_verifica=nuovo_codice(),
        emesso=autore.oggi,
        sostituisce=protocollo_detto(prima) if prima else "",
    )
    return _prepara(
        autore, adesso, protocollo, tipo=carta.TIPO, modello=carta.MODELLO,
        titolo="Certificato di riconoscimento dei crediti", contesto=contesto,
        codice=contesto.verifica.codice, firmato_da=presiede.nome_e_cognome,
    )  # fmt: skip


def prepara_libretto(
    autore: Contesto,
    adesso: datetime,
    dossier: Dossier,
    conto: ContoCrediti,
    protocollo: Protocollo,
) -> Documento:
    """Freeze the words of the dossier, as it goes to the Commission."""
    contesto = libretto.contesto_dossier(
        dossier,
        conto,
        protocollo=protocollo,
        codice_verifica=nuovo_codice(),
        emesso=autore.oggi,
    )
    return _prepara(
        autore, adesso, protocollo, tipo=libretto.TIPO, modello=libretto.MODELLO,
        titolo="Dossier personale", contesto=contesto, codice=contesto.verifica.codice,
    )  # fmt: skip


def _prepara(
    autore: Contesto,
    adesso: datetime,
    protocollo: Protocollo,
    *,
    tipo: str,
    modello: str,
    titolo: str,
    contesto: Congelato,
    codice: str,
    firmato_da: str = "",
) -> Documento:
    return prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=tipo,
        titolo=titolo,
        modello=modello,
        contesto=contesto.as_dict(),
        protocollo=protocollo,
        firmato_da=firmato_da,
        codice_verifica=codice,
        riservato=True,
    )


def sostituisci_carte(
    autore: Contesto, adesso: datetime, vecchio: Certificato, nuovo: Certificato
) -> None:
    """The former papers lead to the new ones when they are verified."""
    nuove = {documento.tipo: documento for documento in carte_di(nuovo)}
    for documento in carte_di(vecchio):
        if documento.tipo in nuove:
            sostituisci_documento(
                autore=autore, adesso=adesso, vecchio=documento, nuovo=nuove[documento.tipo]
            )
