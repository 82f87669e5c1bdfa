"""Elected members who are about to lapse, or have: who presides is told before the next sitting.

Nobody is named: what is to do also goes in calendars and mails, and the page says who it is.
"""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone

from cpia.avvisi.rules import Dovere
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Mandato, OrganoCollegiale, Seduta
from organi_collegiali.queries.doveri.chi import chi_firma, presidenti
from organi_collegiali.queries.doveri.sedute import inizio
from organi_collegiali.queries.organi.decadenze import assenze_degli_organi
from organi_collegiali.rules.organi.decadenza import GiudizioAssenze


def doveri(istituto_id: int, adesso: datetime) -> Iterator[Dovere]:
    """Of the organs that have a sitting convened. Five queries."""
    oggi = timezone.localdate(adesso)
    convocate = Seduta.objects.filter(
        istituto_id=istituto_id, stato=StatoSeduta.CONVOCATA, inizio_previsto__gt=adesso
    ).select_related("organo")
    # The first of each organ: the dictionary keeps the last that it is given.
    prossime = {seduta.organo: seduta for seduta in convocate.order_by("-inizio_previsto", "-pk")}
    if not prossime:
        return
    giudizi = assenze_degli_organi(istituto_id, prossime, oggi)
    mandati = Mandato.objects.filter(istituto_id=istituto_id, pk__in=giudizi)
    di_chi = dict(mandati.values_list("pk", "organo_id"))
    per_id = {organo.pk: organo for organo in prossime}
    presiedono = presidenti(istituto_id, oggi)
    for mandato_id, giudizio in sorted(giudizi.items()):
        organo = per_id[di_chi[mandato_id]]
        if giudizio.ancora_una or giudizio.decade:
            entro = timezone.localdate(inizio(prossime[organo]))
            yield _dovere(
                organo, mandato_id, giudizio, oggi=oggi, entro=entro, presiedono=presiedono
            )


def _dovere(
    organo: OrganoCollegiale,
    mandato_id: int,
    giudizio: GiudizioAssenze,
    *,
    oggi: date,
    entro: date,
    presiedono: dict[int, int],
) -> Dovere:
    che_cosa = "è decaduto per le assenze" if giudizio.decade else "decade se manca ancora"
    return Dovere(
        chiave=f"organi.{'decade' if giudizio.decade else 'assenze'}.{mandato_id}",
        titolo=f"Un componente {che_cosa}: {organo.nome}",
        dettaglio=giudizio.motivo.testo,
        verbo="Apri",
        pagina="organi:organo",
        oggetto=organo.pk,
        visibile_dal=min(oggi, entro),
        entro_il=entro,
        perche=(giudizio.motivo,),
        **chi_firma(organo, presiedono),
    )
