"""From the frozen class to the certificates: issued by an act, printed in the background."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from competenze.documents import carta
from competenze.documents.contesti import ContestoCertificato
from competenze.enums import StatoClasse
from competenze.errori import AttoRifiutato, esigi
from competenze.models import Certificato, ClasseRilevata, Emissione, RigaLibera, Tabellone
from competenze.queries import certificati as lettura
from competenze.queries.regole import giorno_scrutinio
from competenze.rules.motivi import DM_14, Violazione
from competenze.rules.stati import PASSAGGI_CLASSE, Casella, puo_certificare, verifica_passaggio
from cpia.atti.models import Documento, Protocollo
from cpia.atti.services import (
    annota,
    annulla_documento,
    nuovo_codice,
    prepara_documento,
    protocolla,
    sostituisci_documento,
)
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.scuola.access import Contesto
from cpia.scuola.models import Iscrizione, Persona

STAMPA = "competenze.stampa_emissione"
STAMPA_TABELLONE = "competenze.stampa_tabellone"


@transaction.atomic
def emetti_certificati(
    *, autore: Contesto, adesso: datetime, rilevata_id: int
) -> tuple[Emissione, Lavoro]:
    """Certify the class as the consiglio deliberated, under one protocol number.

    The words of every paper are frozen here; the bytes come from a worker. Raises
    ``AttoRifiutato`` while a level is undefined, the scrutinio is to come, or a birth is unknown.
    """
    rilevata = _bloccata(autore, rilevata_id)
    congelata = lettura.classe_congelata(rilevata)
    esigi(
        puo_certificare(
            StatoClasse(rilevata.stato),
            _caselle(congelata),
            scrutinio=giorno_scrutinio(rilevata),
            oggi=timezone.localdate(adesso),
        )
    )
    esigi([_senza_nascita(i.persona) for i in congelata.iscrizioni if not _nascita(i.persona)])
    firmatario = lettura.dirigente(rilevata)
    if firmatario is None:
        raise AttoRifiutato([_senza_dirigente()])
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


def _bloccata(autore: Contesto, rilevata_id: int) -> ClasseRilevata:
    return (
        ClasseRilevata.objects.select_for_update(of=("self",))
        .select_related(
            "istituto",
            "rilevazione__anno_scolastico",
            "rilevazione__quadro",
            "classe__corso",
            "classe__sede",
        )
        .get(istituto=autore.istituto, pk=rilevata_id)
    )


def _caselle(congelata: lettura.ClasseCongelata) -> list[Casella]:
    return [
        Casella(
            studente=str(iscrizione.persona),
            competenza=colonna.nome,
            definita=bool(riga.livello),
        )
        for iscrizione in congelata.iscrizioni
        for colonna in congelata.colonne
        if (riga := congelata.livello(iscrizione, colonna)) is not None
    ]


def _nascita(persona: Persona) -> bool:
    return bool(persona.data_nascita and persona.luogo_nascita)


def _senza_nascita(persona: Persona) -> Violazione:
    manca = "la data" if not persona.data_nascita else "il luogo"
    testo = f"{persona}: manca {manca} di nascita, che il certificato riporta."
    return Violazione("nascita_mancante", testo, DM_14)


def _senza_dirigente() -> Violazione:
    testo = "Nel giorno dello scrutinio nessuno ha l’incarico di dirigente: manca chi firma."
    return Violazione("dirigente_mancante", testo, DM_14)


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
        _al_posto_del_vecchio(autore, adesso, iscrizione, documento)
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
    autore: Contesto, adesso: datetime, iscrizione: Iscrizione, nuovo: Documento
) -> None:
    """An annulled certificate of the same student leads to the new one when it is verified."""
    for vecchio in Documento.objects.filter(
        istituto=autore.istituto,
        pk__in=Certificato.objects.filter(istituto=autore.istituto, iscrizione=iscrizione).values(
            "documento_id"
        ),
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


@transaction.atomic
def annulla_emissione(
    *, autore: Contesto, adesso: datetime, rilevata_id: int, motivo: str
) -> ClasseRilevata:
    """Take back the value of the certificates of a class, with a reason; nothing is deleted.

    The class is frozen again: the consiglio may deliberate anew and new certificates be issued.
    """
    rilevata = _bloccata(autore, rilevata_id)
    esigi(verifica_passaggio(PASSAGGI_CLASSE, "annulla", StatoClasse(rilevata.stato), motivo))
    emissione = lettura.emissione_in_vigore(rilevata)
    if emissione is None:
        raise AttoRifiutato([_nulla_da_annullare()])
    for certificato in lettura.certificati(emissione):
        annulla_documento(
            autore=autore, adesso=adesso, documento=certificato.documento, motivo=motivo
        )
    if emissione.documento_classe:
        annulla_documento(
            autore=autore, adesso=adesso, documento=emissione.documento_classe, motivo=motivo
        )
    emissione.annullata_il = adesso
    emissione.save(update_fields=["annullata_il"])
    rilevata.stato = StatoClasse.CONGELATA
    rilevata.save(update_fields=["stato"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="annulla certificati",
        oggetto=rilevata,
        dati={"emissione": emissione.pk, "motivo": motivo},
    )
    return rilevata


def _nulla_da_annullare() -> Violazione:
    return Violazione("nessuna_emissione", "Non ci sono certificati da annullare.", DM_14)


@transaction.atomic
def prepara_tabellone(
    *, autore: Contesto, adesso: datetime, rilevata_id: int
) -> tuple[Documento, Lavoro]:
    """Freeze the sheet of the levels for the scrutinio and ask for its bytes."""
    rilevata = _bloccata(autore, rilevata_id)
    if rilevata.stato == StatoClasse.APERTA:
        raise AttoRifiutato([_non_congelata()])
    contesto = carta.tabellone(
        lettura.classe_congelata(rilevata),
        lettura.dirigente(rilevata),
        codice_verifica=nuovo_codice(),
    )
    documento = prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo="tabellone_competenze",
        titolo=contesto.titolo,
        modello=carta.MODELLO_TABELLONE,
        contesto=contesto.as_dict(),
        codice_verifica=contesto.verifica.codice,
        riservato=True,
    )
    Tabellone.objects.create(
        istituto=autore.istituto, classe_rilevata=rilevata, documento=documento
    )
    lavoro = accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA_TABELLONE,
        riferimento=documento.pk,
        titolo=f"Tabellone della {rilevata.classe}",
        totale=1,
        indirizzo=reverse("documento", args=[autore.istituto.slug, documento.pk]),
    )
    return documento, lavoro


def _non_congelata() -> Violazione:
    testo = "Il tabellone si stampa dalla classe congelata: prima si congela."
    return Violazione("classe_aperta", testo, DM_14)


@transaction.atomic
def scrivi_righe_libere(
    *, autore: Contesto, adesso: datetime, rilevata_id: int, testi: Mapping[int, str]
) -> None:
    """Write the free line of the certificates, by id of the iscrizione; empty takes it away.

    Raises ``AttoRifiutato`` once the certificates are issued.
    """
    rilevata = _bloccata(autore, rilevata_id)
    if rilevata.stato == StatoClasse.CERTIFICATA:
        raise AttoRifiutato([_gia_emessi()])
    prima = lettura.righe_libere(rilevata)
    nuove = {pk: testo for pk, testo in testi.items() if testo != prima.get(pk, "")}
    RigaLibera.objects.bulk_create(
        [
            RigaLibera(
                istituto=autore.istituto, classe_rilevata=rilevata, iscrizione_id=pk, testo=testo
            )
            for pk, testo in nuove.items()
        ],
        update_conflicts=True,
        unique_fields=["istituto", "classe_rilevata", "iscrizione"],
        update_fields=["testo"],
    )
    if nuove:
        annota(
            autore=autore,
            adesso=adesso,
            azione="scrive righe libere",
            oggetto=rilevata,
            dati={"iscrizioni": sorted(nuove)},
        )


def _gia_emessi() -> Violazione:
    testo = "I certificati sono già emessi: per cambiarli il dirigente li annulla."
    return Violazione("certificati_emessi", testo, DM_14)
