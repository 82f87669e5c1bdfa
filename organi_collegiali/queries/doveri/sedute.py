"""What a sitting that is not held yet asks: to convene it in time, to answer, to be there."""

from collections.abc import Iterator
from datetime import date, datetime, time

from django.db.models import QuerySet
from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.queries import calendario, parametri
from cpia.norme.rules import Calendario, Valore
from cpia.norme.rules.secondo import prima_di_secondo
from cpia.scuola.parole import giorno_e_ora, ora
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Allegato, Convocato, Seduta
from organi_collegiali.queries.doveri.chi import AChi, chi_firma, presidenti

RISERVATA = "Seduta riservata"
# The key of the answer that a member owes to a convocation begins so.
RISPOSTA = "organi.risposta."
IN_PREPARAZIONE = (StatoSeduta.BOZZA, StatoSeduta.ALLA_FIRMA)
DI_OGGI = (StatoSeduta.CONVOCATA, StatoSeduta.IN_CORSO, StatoSeduta.SOSPESA)


def doveri(istituto_id: int, adesso: datetime) -> Iterator[Dovere]:
    """Of the sittings in preparation and of those convened."""
    yield from _da_convocare(istituto_id, adesso)
    yield from _documenti_attesi(istituto_id, adesso)
    yield from _risposte(istituto_id, adesso)
    yield from _di_oggi(istituto_id, adesso)


def nome(seduta: Seduta) -> str:
    """What a sitting is called where others may read it: of a reserved one only that it is."""
    return RISERVATA if seduta.riservata else seduta.organo.nome


def inizio(seduta: Seduta) -> datetime:
    """When a sitting begins; only those that have a day ask anything of anybody."""
    if seduta.inizio_previsto is None:
        raise ValueError(seduta.pk)
    return seduta.inizio_previsto


def _sedute(istituto_id: int, *stati: StatoSeduta) -> QuerySet[Seduta]:
    return Seduta.objects.filter(istituto_id=istituto_id, stato__in=stati).select_related("organo")


def _da_convocare(istituto_id: int, adesso: datetime) -> Iterator[Dovere]:
    oggi = timezone.localdate(adesso)
    future = _sedute(istituto_id, *IN_PREPARAZIONE).filter(inizio_previsto__gt=adesso)
    bozze = list(future.order_by("pk"))
    if not bozze:
        return
    valori = parametri(istituto_id, "organi.", oggi)
    presiedono, giorni = presidenti(istituto_id, oggi), calendario(istituto_id, oggi)
    for seduta in bozze:
        preavviso = valori[f"organi.{seduta.organo.norma}.preavviso.{seduta.tipo}"]
        yield _da_firmare(seduta, preavviso, giorni, presiedono)


def _da_firmare(
    seduta: Seduta, preavviso: Valore, giorni: Calendario, presiedono: dict[int, int]
) -> Dovere:
    termine = prima_di_secondo(timezone.localdate(inizio(seduta)), preavviso, calendario=giorni)
    firma = seduta.stato == StatoSeduta.ALLA_FIRMA
    return Dovere(
        chiave=f"organi.{'firma' if firma else 'bozza'}.{seduta.pk}",
        titolo=f"{'Firma' if firma else 'Prepara'} la convocazione: {nome(seduta)}",
        dettaglio=f"Seduta di {giorno_e_ora(inizio(seduta))}.",
        verbo="Firma" if firma else "Continua",
        pagina="organi:seduta" if firma else "organi:prepara",
        oggetto=seduta.pk,
        visibile_dal=timezone.localdate(seduta.modificata_il),
        entro_il=termine.giorno,
        perche=termine.perche,
        **(chi_firma(seduta.organo, presiedono) if firma else AChi(persona=seduta.preparata_da_id)),
    )


def _documenti_attesi(istituto_id: int, adesso: datetime) -> Iterator[Dovere]:
    attesi = Allegato.objects.filter(
        istituto_id=istituto_id,
        depositato_il__isnull=True,
        atteso_entro__isnull=False,
        punto__seduta__stato__in=[*IN_PREPARAZIONE, StatoSeduta.CONVOCATA],
        punto__seduta__inizio_previsto__gt=adesso,
    )
    for allegato in attesi.select_related("punto__seduta__organo").order_by("pk"):
        seduta = allegato.punto.seduta
        bozza = seduta.stato in IN_PREPARAZIONE
        yield Dovere(
            chiave=f"organi.allegato.{allegato.pk}",
            titolo=f"Manca un documento agli atti: {nome(seduta)}",
            dettaglio="" if seduta.riservata or _tace(allegato) else f"{allegato.titolo}.",
            verbo="Apri",
            pagina="organi:prepara" if bozza else "organi:seduta",
            oggetto=seduta.pk,
            visibile_dal=timezone.localdate(seduta.modificata_il),
            entro_il=allegato.atteso_entro or date.max,
            persona=seduta.preparata_da_id,
        )


def _tace(allegato: Allegato) -> bool:
    """Whether the title of a paper may name somebody, or is only for who sits."""
    return allegato.riservato or allegato.punto.riservato or allegato.punto.su_persone


def _risposte(istituto_id: int, adesso: datetime) -> Iterator[Dovere]:
    mancano = _convocati(istituto_id).filter(
        risposta="", seduta__stato=StatoSeduta.CONVOCATA, seduta__inizio_previsto__gt=adesso
    )
    for convocato in mancano:
        seduta = convocato.seduta
        yield Dovere(
            chiave=f"{RISPOSTA}{convocato.pk}",
            titolo=f"Rispondi alla convocazione: {nome(seduta)}",
            dettaglio=f"Seduta di {giorno_e_ora(inizio(seduta))}.",
            verbo="Rispondi",
            pagina="organi:seduta",
            oggetto=seduta.pk,
            visibile_dal=timezone.localdate(convocato.avvisato_il or adesso),
            entro_il=timezone.localdate(seduta.inizio_previsto),
            persona=convocato.persona_id,
        )


def _di_oggi(istituto_id: int, adesso: datetime) -> Iterator[Dovere]:
    oggi = timezone.localdate(adesso)
    alba = timezone.make_aware(datetime.combine(oggi, time.min))
    notte = timezone.make_aware(datetime.combine(oggi, time.max))
    for convocato in _convocati(istituto_id).filter(
        seduta__stato__in=DI_OGGI, seduta__inizio_previsto__range=(alba, notte)
    ):
        seduta = convocato.seduta
        yield Dovere(
            chiave=f"organi.oggi.{convocato.pk}",
            titolo=f"{nome(seduta)}: oggi alle {ora(inizio(seduta))}",
            dettaglio="" if seduta.riservata else seduta.luogo,
            verbo="Apri",
            pagina="organi:seduta",
            oggetto=seduta.pk,
            visibile_dal=oggi,
            entro_il=oggi,
            persona=convocato.persona_id,
        )


def _convocati(istituto_id: int) -> QuerySet[Convocato]:
    """Those who have a login: the others are told by hand or by phone."""
    righe = Convocato.objects.filter(istituto_id=istituto_id, persona__utente__isnull=False)
    return righe.select_related("seduta__organo").order_by("pk")
