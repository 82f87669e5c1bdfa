"""A sitting that takes up the agenda of another: after a deserted one, or one that ran over."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.parole import data_estesa
from organi_collegiali.documents.parole_avviso import fine_spostata
from organi_collegiali.enums import GenereAtto, OriginePunto, StatoSeduta
from organi_collegiali.models import Allegato, Avviso, Convocato, InvitoAlPunto, Punto, Seduta
from organi_collegiali.queries.invio.avvisi import da_riprendere, gia_ripresa, giudizio_avviso
from organi_collegiali.queries.invio.convocabili import invitati, mezzo
from organi_collegiali.services.blocco import blocca_seduta

# What the next sitting takes of an item: what it is, not what became of it.
DEL_PUNTO = (
    "titolo", "natura", "su_persone", "titolo_pubblico", "riservato", "premesse",
    "testo_proposto", "esecutiva", "verbale_di_id",
)  # fmt: skip
DELL_ALLEGATO = (
    "titolo", "file", "tipo_contenuto", "impronta", "byte", "pagine", "documento_id",
    "riservato", "depositato_il", "atteso_entro",
)  # fmt: skip
DELL_INVITO = ("persona", "componente", "con_voto", "qualifica")


@transaction.atomic
def prepara_seguito(
    *,
    autore: Contesto,
    adesso: datetime,
    seduta_id: int,
    inizio: datetime,
    fine: datetime | None = None,
    luogo: str = "",
) -> Avviso:
    """Lay before who signs the notice of the sitting that takes up another one.

    Of who prepares the sittings and of who presides. After a deserted sitting, with the same
    agenda: it is urgent (`001` art. 1: even for the day after, by phone), so its notice is that
    of the urgent sittings where the school has one and the ordinary one elsewhere. After one that
    ran over, with the items it postponed and no other (`004` art. 11). It goes to the absent
    only. Raises AttoRifiutato.
    """
    prima = blocca_seduta(autore, seduta_id, StatoSeduta.DESERTA, StatoSeduta.CHIUSA)
    restano = da_riprendere(prima)
    _verifica(prima, restano, inizio, adesso)
    seguito = _nuova(autore, adesso, prima, inizio=inizio, fine=fine, luogo=luogo)
    nuovi = riprendi_punti(restano, seguito)
    _riprendi_invitati(prima, seguito, dict(zip((p.pk for p in restano), nuovi, strict=True)))
    avviso = Avviso(istituto=autore.istituto, seduta=seguito, genere=GenereAtto.SECONDA.value)
    giudizio = giudizio_avviso(avviso, adesso)
    avviso.ultimo_giorno, avviso.nei_termini = giudizio.ultimo_giorno, giudizio.nei_termini
    avviso.perche = giudizio.perche
    if not giudizio.nei_termini and giudizio.motivo:
        raise rifiuta("fuori_termine", giudizio.motivo.testo, giudizio.motivo.fonte)
    avviso.save()
    annota(
        autore=autore, adesso=adesso, azione="prepara avviso di seconda", oggetto=seguito,
        dati={"avviso": avviso.pk, "segue": prima.pk},
    )  # fmt: skip
    return avviso


def _verifica(prima: Seduta, restano: list[Punto], inizio: datetime, adesso: datetime) -> None:
    if gia_ripresa(prima):
        raise rifiuta("gia_ripresa", "Questa seduta ha già chi la riprende.")
    if not restano:
        raise rifiuta("nulla", "Non resta nessun punto da trattare.")
    if inizio <= adesso:
        raise rifiuta("giorno", "Scegli un giorno e un’ora che devono ancora venire.")


def _nuova(
    autore: Contesto,
    adesso: datetime,
    prima: Seduta,
    *,
    inizio: datetime,
    fine: datetime | None,
    luogo: str,
) -> Seduta:
    """The sitting that takes up another: after a deserted one it lasts as long."""
    deserta = prima.stato == StatoSeduta.DESERTA
    quando = data_estesa(prima.inizio_previsto or adesso)
    return Seduta.objects.create(
        istituto=autore.istituto,
        organo=prima.organo,
        segue=prima,
        tipo="urgente" if deserta else prima.tipo,
        motivo_urgenza=f"il {quando} mancava il numero legale" if deserta else prima.motivo_urgenza,
        platea=prima.platea,
        inizio_previsto=inizio,
        fine_prevista=fine or (fine_spostata(prima, inizio) if deserta else None),
        luogo=luogo.strip() or prima.luogo,
        collegamento=prima.collegamento,
        riservata=prima.riservata,
        stato=StatoSeduta.ALLA_FIRMA.value,
        preparata_da=autore.persona,
        modificata_il=adesso,
    )


def riprendi_punti(righe: Iterable[Punto], in_seduta: Seduta) -> list[Punto]:
    """Copy items with their papers to another sitting, numbered again from one."""
    vecchi = list(righe)
    nuovi = Punto.objects.bulk_create(
        Punto(
            istituto_id=in_seduta.istituto_id,
            seduta=in_seduta,
            ordine=ordine,
            origine=OriginePunto.RIPRESO.value,
            **{campo: getattr(vecchio, campo) for campo in DEL_PUNTO},
        )
        for ordine, vecchio in enumerate(vecchi, 1)
    )
    di = {vecchio.pk: nuovo for vecchio, nuovo in zip(vecchi, nuovi, strict=True)}
    allegati = Allegato.objects.filter(istituto_id=in_seduta.istituto_id, punto__in=vecchi)
    Allegato.objects.bulk_create(
        Allegato(
            istituto_id=in_seduta.istituto_id,
            punto=di[allegato.punto_id],
            **{campo: getattr(allegato, campo) for campo in DELL_ALLEGATO},
        )
        for allegato in allegati
    )
    return nuovi


def _riprendi_invitati(prima: Seduta, seguito: Seduta, punti: Mapping[int, Punto]) -> None:
    """Invite again who was invited to the whole sitting, or to an item that is taken up."""
    for invitato in invitati(prima):
        a_punti = [invito.punto_id for invito in invitato.inviti_ai_punti.all()]
        restano = [punti[pk] for pk in a_punti if pk in punti]
        if a_punti and not restano:
            continue
        di_nuovo = Convocato.objects.create(
            istituto_id=seguito.istituto_id,
            seduta=seguito,
            mezzo=mezzo(invitato.persona).value,
            **{campo: getattr(invitato, campo) for campo in DELL_INVITO},
        )
        InvitoAlPunto.objects.bulk_create(
            InvitoAlPunto(istituto_id=seguito.istituto_id, convocato=di_nuovo, punto=punto)
            for punto in restano
        )
