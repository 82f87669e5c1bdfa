"""Mandates that follow the roles of today, and those that end because nobody came."""

from datetime import datetime, timedelta

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato, rifiuta
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from organi_collegiali.enums import Cambiamento, Titolo
from organi_collegiali.models import Mandato, OrganoCollegiale
from organi_collegiali.queries.cariche import in_carica
from organi_collegiali.queries.organi.decadenze import assenze_di
from organi_collegiali.queries.organi.di_diritto import di_diritto

ART_38 = "D.Lgs. 297/1994, art. 38"


@transaction.atomic
def allinea_di_diritto(*, autore: Contesto, adesso: datetime, organo: OrganoCollegiale) -> int:
    """Make the mandates by right those of the roles in force today; say how many changed.

    Who holds the role and does not sit gets a mandate from today, who no longer holds it ends
    yesterday. Done again it changes nothing and writes nothing.
    """
    OrganoCollegiale.objects.select_for_update().get(pk=organo.pk, istituto=autore.istituto)
    oggi = autore.oggi
    spettano = di_diritto(organo, oggi)
    correnti = Mandato.objects.filter(
        in_carica(oggi), istituto=autore.istituto, organo=organo, supplente_di__isnull=True
    )
    siedono = {mandato.persona_id: mandato for mandato in correnti}
    finiti = [
        mandato
        for mandato in siedono.values()
        if mandato.titolo == Titolo.DI_DIRITTO
        and mandato.persona_id not in spettano
        # One begun today has today as its only day: there is nothing left to end.
        and not mandato.dal == mandato.al == oggi
    ]
    for mandato in finiti:
        mandato.al = max(mandato.dal, oggi - timedelta(days=1))
        mandato.cessato_per = Cambiamento.REQUISITI
    Mandato.objects.bulk_update(finiti, ["al", "cessato_per"])
    aperti = Mandato.objects.bulk_create(
        Mandato(
            istituto=autore.istituto, organo=organo, persona_id=nuovo.persona_id, dal=oggi,
            componente=nuovo.componente, con_voto=nuovo.con_voto, qualifica=nuovo.qualifica,
            titolo=Titolo.DI_DIRITTO,
        )
        for persona_id, nuovo in spettano.items()
        if persona_id not in siedono
    )  # fmt: skip
    if aperti or finiti:
        dati = {"aperti": [m.pk for m in aperti], "cessati": [m.pk for m in finiti]}
        annota(
            autore=autore, adesso=adesso, azione="allinea componenti di diritto", oggetto=organo,
            dati=dati,
        )  # fmt: skip
    return len(aperti) + len(finiti)


@transaction.atomic
def dichiara_decadenza(
    *, autore: Contesto, adesso: datetime, mandato_id: int, atto: str = ""
) -> Mandato:
    """Declare that an elected member has lapsed for not coming (D.Lgs. 297/1994 art. 38).

    Of the office and the direction. The seat is vacant from today until
    the first of the non-elected takes it. Raises AttoRifiutato while the absences in a row
    without a reason are fewer than the rules of the organ say.
    """
    mandato = blocca_mandato(autore, mandato_id)
    if mandato.titolo != Titolo.ELETTO:
        raise rifiuta("non_eletto", "Decade per assenze solo chi è stato eletto.", ART_38)
    giudizio = assenze_di(mandato.organo, autore.oggi).get(mandato.pk)
    if giudizio is None:
        raise rifiuta("nessuna_assenza", "Non risultano assenze ingiustificate di seguito.", ART_38)
    if not giudizio.decade:
        violazione = Violazione("assenze_poche", giudizio.motivo.testo, giudizio.motivo.fonte)
        raise AttoRifiutato([violazione])
    ieri = autore.oggi - timedelta(days=1)
    mandato.al, mandato.cessato_per = max(mandato.dal, ieri), Cambiamento.DECADENZA
    mandato.save(update_fields=["al", "cessato_per"])
    annota(
        autore=autore, adesso=adesso, azione="dichiara decadenza", oggetto=mandato.organo,
        dati={"mandato": mandato.pk, "assenze": giudizio.di_seguito, "atto": atto},
    )  # fmt: skip
    return mandato


def blocca_mandato(autore: Contesto, mandato_id: int) -> Mandato:
    """A mandate in force today, locked. Raises AttoRifiutato when it is over."""
    mandato = (
        Mandato.objects.select_for_update(of=("self",))
        .select_related("organo", "persona")
        .get(pk=mandato_id, istituto=autore.istituto)
    )
    if not mandato.in_carica(autore.oggi) or mandato.cessato_per:
        raise rifiuta("mandato_cessato", "Questo mandato è già cessato.")
    return mandato
