"""The certificates of a frozen class given out by one act, under one protocol number."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from competenze.documents import carta
from competenze.documents.contesti import ContestoCertificato
from competenze.enums import StatoClasse
from competenze.models import Certificato, ClasseRilevata, Emissione
from competenze.queries import certificati as lettura
from competenze.queries.attese import attese
from competenze.queries.regole import giorno_scrutinio
from competenze.rules.stati import puo_certificare
from competenze.services.certificati.blocco import STAMPA, blocca_per_stampe
from competenze.services.certificati.caselle import verifica_caselle
from competenze.services.certificati.verifiche import caselle, senza_dirigente, verifica_studenti
from cpia.atti.models import Documento, Protocollo
from cpia.atti.services import (
    annota,
    nuovo_codice,
    prepara_documento,
    protocolla,
    sostituisci_documento,
)
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.norme.errori import AttoRifiutato, esigi
from cpia.scuola.access import Contesto
from cpia.scuola.models import Iscrizione, Persona


@transaction.atomic
def emetti_certificati(
    *, autore: Contesto, adesso: datetime, rilevata_id: int
) -> tuple[Emissione, Lavoro]:
    """Certify the class as the consiglio deliberated, under one protocol number.

    The words of every paper are frozen here; the bytes come from a worker. Raises
    ``AttoRifiutato`` while a level is undefined or missing, the scrutinio is to come, a birth is
    unknown, a student came or left after the freezing, or nobody directs the institute that day.
    """
    rilevata = blocca_per_stampe(autore, rilevata_id)
    congelata = lettura.classe_congelata(rilevata)
    esigi(
        puo_certificare(
            StatoClasse(rilevata.stato),
            caselle(congelata),
            scrutinio=giorno_scrutinio(rilevata),
            oggi=timezone.localdate(adesso),
        )
    )
    esigi([*verifica_studenti(congelata), *verifica_caselle(congelata, attese(rilevata))])
    firmatario = lettura.dirigente(rilevata)
    if firmatario is None:
        raise AttoRifiutato([senza_dirigente()])
    protocollo = protocolla(
        autore=autore,
        adesso=adesso,
        oggetto=(
            f"Certificazione delle competenze, classe {rilevata.classe}, "
            f"a.s. {rilevata.rilevazione.anno_scolastico}: {len(congelata.iscrizioni)} certificati"
        ),
        corrispondente="studenti della classe e famiglie",
    )
    emissione = _emissione(
        autore,
        adesso,
        rilevata=rilevata,
        congelata=congelata,
        protocollo=protocollo,
        firmatario=firmatario,
    )
    rilevata.stato = StatoClasse.CERTIFICATA
    rilevata.save(update_fields=["stato"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="emette certificati",
        oggetto=rilevata,
        dati={"emissione": emissione.pk, "protocollo": protocollo.pk},
    )
    return emissione, ristampa(autore=autore, adesso=adesso, emissione=emissione)


def _emissione(
    autore: Contesto,
    adesso: datetime,
    *,
    rilevata: ClasseRilevata,
    congelata: lettura.ClasseCongelata,
    protocollo: Protocollo,
    firmatario: Persona,
) -> Emissione:
    emissione = Emissione.objects.create(
        istituto=autore.istituto,
        classe_rilevata=rilevata,
        protocollo=protocollo,
        emessa_il=adesso,
        emessa_da=autore.persona,
    )
    fogli = [
        (
            iscrizione,
            carta.certificato(
                congelata, iscrizione, firmatario, protocollo, codice_verifica=nuovo_codice()
            ),
        )
        for iscrizione in congelata.iscrizioni
    ]
    firma = firmatario.nome_e_cognome
    for iscrizione, contesto in fogli:
        documento = prepara_documento(
            autore=autore,
            adesso=adesso,
            tipo="certificato_competenze",
            titolo="Certificazione delle competenze",
            modello=carta.MODELLO_CERTIFICATO,
            contesto=contesto.as_dict(),
            protocollo=protocollo,
            firmato_da=firma,
            codice_verifica=contesto.verifica.codice,
        )
        _al_posto_del_vecchio(
            autore, adesso, rilevata=rilevata, iscrizione=iscrizione, nuovo=documento
        )
        Certificato.objects.create(
            istituto=autore.istituto,
            emissione=emissione,
            iscrizione=iscrizione,
            documento=documento,
        )
    emissione.documento_classe = _della_classe(
        autore,
        adesso,
        rilevata=rilevata,
        protocollo=protocollo,
        firma=firma,
        contesti=[contesto for _, contesto in fogli],
    )
    emissione.save(update_fields=["documento_classe"])
    return emissione


def _al_posto_del_vecchio(
    autore: Contesto,
    adesso: datetime,
    *,
    rilevata: ClasseRilevata,
    iscrizione: Iscrizione,
    nuovo: Documento,
) -> None:
    """An annulled certificate of the same student leads to the new one when it is verified."""
    for vecchio in Documento.objects.filter(
        istituto=autore.istituto,
        pk__in=Certificato.objects.filter(
            istituto=autore.istituto,
            iscrizione=iscrizione,
            emissione__classe_rilevata=rilevata,
        ).values("documento_id"),
        sostituito_da__isnull=True,
    ):
        sostituisci_documento(autore=autore, adesso=adesso, vecchio=vecchio, nuovo=nuovo)


def _della_classe(
    autore: Contesto,
    adesso: datetime,
    *,
    rilevata: ClasseRilevata,
    protocollo: Protocollo,
    firma: str,
    contesti: Iterable[ContestoCertificato],
) -> Documento:
    return prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo="certificati_classe",
        titolo=f"Certificazioni delle competenze, classe {rilevata.classe}",
        modello=carta.MODELLO_CERTIFICATO,
        contesto={"certificati": [contesto.as_dict() for contesto in contesti]},
        protocollo=protocollo,
        firmato_da=firma,
        riservato=True,
    )


@transaction.atomic
def ristampa(*, autore: Contesto, adesso: datetime, emissione: Emissione) -> Lavoro:
    """Ask for the bytes of an issue; what is printed already is recognised, not printed twice."""
    rilevata = emissione.classe_rilevata
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=emissione.pk,
        titolo=f"Certificati della {rilevata.classe}",
        totale=emissione.certificati.count() + 1,
        indirizzo=reverse("competenze:stampe", args=[autore.istituto.slug, rilevata.pk]),
    )
