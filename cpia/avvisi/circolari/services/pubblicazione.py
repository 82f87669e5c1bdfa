"""A draft becomes a circular: number, protocol, paper, and who receives it."""

from datetime import datetime

from django.db import transaction

from cpia.atti.models import Documento, Protocollo
from cpia.atti.services import annota, nuovo_codice, prepara_documento, protocolla
from cpia.avvisi.circolari import documents, rules
from cpia.avvisi.circolari.errori import BozzaCambiata, CircolareRifiutata, esigi
from cpia.avvisi.circolari.queries import destinatari as lettura
from cpia.avvisi.circolari.queries import elenco
from cpia.avvisi.circolari.queries.ricevute import situazione
from cpia.avvisi.circolari.services.bozze import blocca
from cpia.avvisi.circolari.services.stampe import ristampa
from cpia.avvisi.circolari.services.uscita import consegna
from cpia.avvisi.models import Circolare
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico, Persona

CORRISPONDENTE_MASSIMO = 300


@transaction.atomic
def pubblica_circolare(
    *,
    autore: Contesto,
    adesso: datetime,
    circolare_id: int,
    versione: str = "",
    primo_numero: int = 1,
) -> Circolare:
    """Publish a draft as it was read: from now on it does not change.

    It takes the next number of its school year (``primo_numero`` where the year has none yet)
    and a protocol number, its words are frozen for the print, and whoever has today one of its
    roles receives it: receipt, thing to do, notice. The number of statements does not depend on
    how many they are. Raises ``CircolareRifiutata``, or ``BozzaCambiata`` when ``versione`` is
    not what the draft says any more.
    """
    circolare = blocca(autore, circolare_id)
    if versione and elenco.versione(circolare) != versione:
        raise BozzaCambiata
    righe = lettura.destinatari(circolare)
    persone = list(lettura.persone(autore.istituto.pk, righe, autore.oggi))
    firmatario = elenco.dirigente(autore.istituto.pk, autore.oggi)
    anno = elenco.anno_di(autore.istituto.pk, autore.oggi)
    esigi(
        rules.verifica_pubblicazione(
            situazione(circolare),
            persone=len(persone),
            firma=firmatario is not None,
            anno=anno is not None,
            oggi=autore.oggi,
        )
    )
    if firmatario is None or anno is None:
        raise CircolareRifiutata([])
    circolare.numero = _prossimo_numero(anno, primo_numero)
    circolare.anno_scolastico = anno
    circolare.pubblicata_il = adesso
    a_chi = lettura.in_parole(righe)
    circolare.protocollo = protocolla(
        autore=autore,
        adesso=adesso,
        oggetto=f"Circolare n. {circolare.numero}: {circolare.oggetto}",
        corrispondente=a_chi[:CORRISPONDENTE_MASSIMO],
    )
    circolare.documento = _documento(
        autore, adesso, circolare=circolare, firmatario=firmatario, destinatari=a_chi
    )
    circolare.save(
        update_fields=["numero", "anno_scolastico", "pubblicata_il", "protocollo", "documento"]
    )
    consegna(circolare, persone, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione="pubblica circolare",
        oggetto=circolare,
        dati={
            "numero": circolare.numero,
            "protocollo": circolare.protocollo.pk,
            "persone": len(persone),
        },
    )
    ristampa(autore=autore, adesso=adesso, circolare=circolare)
    return circolare


def _prossimo_numero(anno: AnnoScolastico, primo: int) -> int:
    """The next one; the row of the year is held, so that two who publish take two numbers."""
    AnnoScolastico.objects.select_for_update().get(istituto_id=anno.istituto_id, pk=anno.pk)
    return rules.numero_seguente(elenco.ultimo_numero(anno), primo)


def _documento(
    autore: Contesto,
    adesso: datetime,
    *,
    circolare: Circolare,
    firmatario: Persona,
    destinatari: str,
) -> Documento:
    if circolare.numero is None or not isinstance(circolare.protocollo, Protocollo):
        raise ValueError("prima il numero, poi la carta")
    contesto = documents.contesto_circolare(
        circolare,
        firmatario,
        circolare.protocollo,
        numero=circolare.numero,
        destinatari=destinatari,
        allegati=[file.titolo for file in elenco.file(circolare)],
        codice_verifica=nuovo_codice(),
    )
    return prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo="circolare",
        titolo=contesto.titolo[:300],
        modello=documents.MODELLO,
        contesto=contesto.as_dict(),
        protocollo=circolare.protocollo,
        firmato_da=firmatario.nome_e_cognome,
        codice_verifica=contesto.verifica.codice,
    )
