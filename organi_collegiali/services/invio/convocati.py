"""Who is convened: made from the mandates when the notice leaves, told by mail or by hand."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.db import transaction

from cpia.scuola.access import Contesto
from organi_collegiali.enums import Componente, GenereAtto, MezzoAvviso, Presenza
from organi_collegiali.models import Avviso, Convocato, Mandato, Seduta
from organi_collegiali.queries.invio.convocabili import convocabili, invitati, mezzo
from organi_collegiali.services.organi.mandati import allinea_di_diritto


@transaction.atomic
def convoca(
    *, autore: Contesto, adesso: datetime, seduta: Seduta, incompatibili: Collection[int] = ()
) -> list[Convocato]:
    """Make the members of a sitting from the mandates in force on its day.

    Who sits by right today is put in line first. Who was invited when the sitting was prepared
    stays, without vote, but for who turns out to sit.
    """
    allinea_di_diritto(autore=autore, adesso=adesso, organo=seduta.organo)
    mandati = convocabili(seduta, incompatibili)
    ospiti = invitati(seduta)
    siedono = {mandato.persona_id for mandato in mandati}
    doppi = [ospite.pk for ospite in ospiti if ospite.persona_id in siedono]
    Convocato.objects.filter(istituto_id=seduta.istituto_id, pk__in=doppi).delete()
    nuovi = Convocato.objects.bulk_create([_convocato(seduta, mandato) for mandato in mandati])
    return [*nuovi, *(ospite for ospite in ospiti if ospite.pk not in doppi)]


def _convocato(seduta: Seduta, mandato: Mandato) -> Convocato:
    return Convocato(
        istituto_id=seduta.istituto_id,
        seduta=seduta,
        persona=mandato.persona,
        mandato=mandato,
        componente=mandato.componente or Componente.ESTERNI.value,
        con_voto=mandato.con_voto,
        qualifica=mandato.qualifica,
        mezzo=mezzo(mandato.persona),
    )


def convocati(seduta: Seduta) -> list[Convocato]:
    """Who is convened, with their mailboxes. One query."""
    righe = Convocato.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta)
    return list(righe.select_related("persona__utente", "mandato"))


def da_avvisare(avviso: Avviso, tutti: Sequence[Convocato]) -> list[Convocato]:
    """Whom a notice goes to: everybody, but of a sitting that takes up another the absent only.

    Who was there has been told there (`001` art. 1 for the second call, `003` for what is
    postponed). At most one query.
    """
    prima = avviso.seduta.segue
    if avviso.genere != GenereAtto.SECONDA or prima is None:
        return list(tutti)
    presenti = set(
        Convocato.objects.filter(
            istituto_id=avviso.istituto_id,
            seduta=prima,
            presenza=Presenza.PRESENTE.value,
        ).values_list("persona_id", flat=True)
    )
    return [convocato for convocato in tutti if convocato.persona_id not in presenti]


def segna_avvisati(
    tutti: Iterable[Convocato], avvisati: Iterable[Convocato], adesso: datetime
) -> None:
    """Who has a mailbox is told from now; the others when the office says how. One query.

    Who is not written to was told at the sitting before.
    """
    per_posta = {c.pk for c in avvisati if c.mezzo == MezzoAvviso.EMAIL}
    a_mano = {c.pk for c in avvisati} - per_posta
    righe = list(tutti)
    for convocato in righe:
        convocato.avvisato_il = None if convocato.pk in a_mano else adesso
    Convocato.objects.bulk_update(righe, ["avvisato_il"])
