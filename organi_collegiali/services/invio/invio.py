"""A signed notice leaves: who is convened, numbers, paper, albo, messages, in one transaction."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from organi_collegiali.documents.parole_avviso import Parole
from organi_collegiali.enums import GenereAtto
from organi_collegiali.models import Avviso, Convocato
from organi_collegiali.queries.invio.avvisi import giudizio_avviso
from organi_collegiali.queries.regole import regole
from organi_collegiali.queries.verbali.scadenze import contro_la_convocazione
from organi_collegiali.rules.invio.invio import verifica_invio
from organi_collegiali.rules.verbali.termini_verbale import verifica_convocazione
from organi_collegiali.services.invio import convocati as chi
from organi_collegiali.services.invio.carte_avvisi import prepara_carte
from organi_collegiali.services.invio.effetti_avviso import applica_avviso
from organi_collegiali.services.invio.firma import blocca_avviso, parole_di, partenza
from organi_collegiali.services.invio.messaggi import manda
from organi_collegiali.services.invio.stampe_avvisi import chiedi_stampa
from organi_collegiali.services.invio.supplenti import richiama_titolari

CONVOCANO = (GenereAtto.CONVOCAZIONE, GenereAtto.SECONDA)


@transaction.atomic
def invia_avviso(
    *,
    autore: Contesto,
    adesso: datetime,
    avviso_id: int,
    incompatibili: Collection[int] = (),
    nonostante: bool = False,
) -> Avviso:
    """Send a signed notice: from now on neither it nor what it says changes.

    Of who prepares the sittings and of who presides. A convocation makes its members from the
    mandates in force on the day of the sitting (``incompatibili``: ids of the mandates in whose
    place the substitute sits) and takes the number of the sitting; every notice takes a protocol
    number, is printed, goes on the albo the same day unless the sitting is reserved, and reaches
    who is convened. Sent again it changes nothing. The number of statements does not depend on
    how many are convened. Where approved minutes are to be published before convening (`001`
    art. 9) a convocation leaves only if whoever sends it says so (``nonostante``), and the register
    keeps of which minutes. Raises AttoRifiutato with all that is against it.
    """
    avviso = blocca_avviso(autore, avviso_id)
    if avviso.inviato_il:
        return avviso
    scritte = parole_di(avviso)
    if avviso.genere == GenereAtto.RINVIO:
        # Everybody is asked again for the new day: the members first.
        richiama_titolari(autore=autore, adesso=adesso, seduta=avviso.seduta)
    tutti = _tutti(autore, adesso, avviso=avviso, incompatibili=incompatibili)
    esigi(verifica_invio(partenza(avviso, scritte, adesso, convocati=len(tutti))))
    in_sospeso = _verbali_in_sospeso(autore, avviso, nonostante=nonostante)
    fuori = parole_di(avviso, pubbliche=True, aperta=_aperta(avviso, autore))
    _spedisci(autore, adesso, avviso=avviso, scritte=scritte, fuori=fuori)
    avvisati = chi.da_avvisare(avviso, tutti)
    chi.segna_avvisati(tutti, avvisati, adesso)
    manda(avviso, avvisati, fuori, adesso)
    _annota(
        autore, adesso, avviso=avviso, persone=len(avvisati),
        sostituiti=sorted(incompatibili), verbali_non_pubblicati=in_sospeso,
    )  # fmt: skip
    chiedi_stampa(autore=autore, adesso=adesso, avviso=avviso)
    return avviso


def _verbali_in_sospeso(autore: Contesto, avviso: Avviso, *, nonostante: bool) -> list[int]:
    """The approved minutes that should have been published first. Raises AttoRifiutato."""
    if avviso.genere not in CONVOCANO:
        return []
    motivo, verbali = contro_la_convocazione(avviso.seduta, autore.oggi)
    esigi(verifica_convocazione(motivo, nonostante=nonostante))
    return verbali


def _tutti(
    autore: Contesto, adesso: datetime, *, avviso: Avviso, incompatibili: Collection[int]
) -> list[Convocato]:
    if avviso.genere not in CONVOCANO:
        return chi.convocati(avviso.seduta)
    return chi.convoca(
        autore=autore, adesso=adesso, seduta=avviso.seduta, incompatibili=incompatibili
    )


def _aperta(avviso: Avviso, autore: Contesto) -> bool:
    """Whether the electors may attend, by the school's own rules."""
    pubblica = regole(avviso.seduta.organo, autore.oggi).valore("seduta.pubblica", bool)
    return pubblica.valore


def _spedisci(
    autore: Contesto, adesso: datetime, *, avviso: Avviso, scritte: Parole, fuori: Parole
) -> None:
    """Judge the term for good, change the sitting, number and publish; the notice is closed."""
    giudizio = giudizio_avviso(avviso, adesso)
    avviso.ultimo_giorno, avviso.nei_termini = giudizio.ultimo_giorno, giudizio.nei_termini
    avviso.perche = giudizio.perche
    applica_avviso(autore=autore, adesso=adesso, avviso=avviso)
    prepara_carte(autore=autore, adesso=adesso, avviso=avviso, scritte=scritte, fuori=fuori)
    avviso.inviato_il = adesso
    avviso.save(
        update_fields=[
            "ultimo_giorno", "nei_termini", "perche", "protocollo", "documento",
            "pubblicazione", "inviato_il",
        ]
    )  # fmt: skip


def _annota(
    autore: Contesto,
    adesso: datetime,
    *,
    avviso: Avviso,
    **altro: object,
) -> None:
    annota(
        autore=autore,
        adesso=adesso,
        azione=f"invia avviso di {avviso.genere}",
        oggetto=avviso.seduta,
        dati={
            "avviso": avviso.pk,
            "numero": avviso.seduta.numero,
            "protocollo": avviso.protocollo_id,
            **altro,
        },
    )
