"""Who presides signs a notice, on the exact words that will leave; and may think it over."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi, rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.documents.parole_avviso import Parole, parole
from organi_collegiali.enums import GenereAtto, StatoSeduta
from organi_collegiali.models import Avviso, Seduta
from organi_collegiali.queries.invio import avvisi as queries
from organi_collegiali.queries.invio.convocabili import convocabili, invitati
from organi_collegiali.rules.invio.invio import Partenza, verifica_firma
from organi_collegiali.services.blocco import blocca_seduta, tocca


@transaction.atomic
def firma_avviso(*, autore: Contesto, adesso: datetime, avviso_id: int, letta: str = "") -> Avviso:
    """Sign a notice; ``letta`` is the mark (``impronta``) of the words that were read.

    Of who presides over the organ. The words are kept with the signature and the register keeps
    their SHA-256. Signed again it changes nothing. Raises AttoRifiutato, or Conflitto when the
    words are no longer those that were read.
    """
    avviso = blocca_avviso(autore, avviso_id)
    if avviso.firmato_il:
        return avviso
    scritte = parole_di(avviso)
    if letta and impronta(scritte) != letta:
        raise Conflitto(scritte)
    sono = len(convocabili(avviso.seduta))
    esigi(verifica_firma(partenza(avviso, scritte, adesso, convocati=sono)))
    avviso.testo, avviso.firmato_da, avviso.firmato_il = scritte.testo, autore.persona, adesso
    avviso.save(update_fields=["testo", "firmato_da", "firmato_il"])
    tocca(avviso.seduta, adesso)
    annota(
        autore=autore, adesso=adesso, azione="firma avviso di seduta", oggetto=avviso.seduta,
        dati={"avviso": avviso.pk, "genere": avviso.genere, "impronta": impronta(scritte)},
    )  # fmt: skip
    return avviso


@transaction.atomic
def togli_firma(*, autore: Contesto, adesso: datetime, avviso_id: int) -> Avviso:
    """Take back the signature of a notice that has not left, so that it may be corrected.

    Of who presides over the organ. Raises AttoRifiutato for one that has left.
    """
    avviso = blocca_avviso(autore, avviso_id)
    if avviso.inviato_il:
        raise rifiuta("inviato", "L’avviso è già partito: si corregge con un altro avviso.")
    if avviso.firmato_il is None:
        return avviso
    avviso.testo, avviso.firmato_da, avviso.firmato_il = "", None, None
    avviso.save(update_fields=["testo", "firmato_da", "firmato_il"])
    tocca(avviso.seduta, adesso)
    annota(
        autore=autore, adesso=adesso, azione="toglie la firma all’avviso", oggetto=avviso.seduta,
        dati={"avviso": avviso.pk},
    )  # fmt: skip
    return avviso


def blocca_avviso(autore: Contesto, avviso_id: int) -> Avviso:
    """The notice with its sitting, both locked: first the sitting, like every other act."""
    seduta_id = Avviso.objects.values_list("seduta_id", flat=True).get(
        istituto=autore.istituto, pk=avviso_id
    )
    seduta = blocca_seduta(autore, seduta_id)
    avviso = (
        Avviso.objects.select_for_update(of=("self",))
        .select_related("firmato_da")
        .get(istituto=autore.istituto, pk=avviso_id)
    )
    avviso.seduta = seduta
    return avviso


def parole_di(avviso: Avviso, *, pubbliche: bool = False, aperta: bool = False) -> Parole:
    """What a notice says now. Five queries at most."""
    return parole(
        avviso,
        avviso.seduta,
        queries.punti(avviso.seduta),
        queries.punti_aggiunti(avviso),
        invitati=invitati(avviso.seduta),
        pubbliche=pubbliche,
        aperta=aperta,
    )


def impronta(scritte: Parole) -> str:
    """The mark of these words: SHA-256, in hexadecimal."""
    return sha256(scritte.testo.encode()).hexdigest()


def partenza(avviso: Avviso, scritte: Parole, adesso: datetime, *, convocati: int) -> Partenza:
    """The plain values that the rules judge."""
    seduta: Seduta = avviso.seduta
    inizio = avviso.nuovo_inizio or seduta.inizio_previsto
    giudizio = queries.giudizio_avviso(avviso, adesso)
    revoca = avviso.genere == GenereAtto.REVOCA
    return Partenza(
        genere=GenereAtto(avviso.genere),
        stato=StatoSeduta(seduta.stato),
        firmata=avviso.firmato_il is not None,
        immutata=avviso.testo == scritte.testo,
        passata=inizio is None or inizio <= adesso,
        nei_termini=giudizio.nei_termini,
        termine=giudizio.motivo,
        punti=1 if revoca else len(scritte.punti),
        convocati=convocati,
    )
