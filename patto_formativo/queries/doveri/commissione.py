"""What the Commission is asked: drafts to approve, plenary sittings, a list kept up to date."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from django.db.models import Count, Max, Min
from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.misure import GiornoMese
from cpia.norme.rules.motivi import Motivo, Valore
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import data_estesa, plurale
from organi_collegiali.enums import StatoSeduta, TipoOrgano
from organi_collegiali.models import Mandato, OrganoCollegiale, Seduta
from organi_collegiali.queries.doveri.chi import chi_firma, presidenti
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Versione
from patto_formativo.queries.commissione import TENUTE
from patto_formativo.queries.doveri.quadro import Quadro
from patto_formativo.rules.commissione import (
    ART_4,
    Plenarie,
    conta_plenarie,
    giudica_elenco,
)
from patto_formativo.rules.doveri import giorno_dell_anno, meta_dell_anno

CHI_CONVOCA = (
    "La sezione che ratifica i patti è convocata dal dirigente della scuola, ogni volta che serve."
)
# A sitting that will not be held, or was not convened yet, does not count.
NON_TENUTE = (
    StatoSeduta.BOZZA.value, StatoSeduta.ALLA_FIRMA.value, StatoSeduta.DESERTA.value,
    StatoSeduta.REVOCATA.value,
)  # fmt: skip
APERTE = (StatoSeduta.CONVOCATA.value, StatoSeduta.IN_CORSO.value, StatoSeduta.SOSPESA.value)
# The plenary of the end is looked at from two months before its day.
DUE_MESI = timedelta(days=61)


def doveri(quadro: Quadro) -> Iterator[Dovere]:
    """Of the sections and of the plenary Commission. Six queries at most."""
    yield from _sezioni(quadro)
    plenarie = OrganoCollegiale.objects.filter(
        istituto_id=quadro.istituto_id, tipo=TipoOrgano.COMMISSIONE_PFI.value, al__isnull=True
    )
    commissioni = list(plenarie.order_by("pk"))
    yield from _plenarie(quadro, commissioni)
    yield from _elenco(quadro, commissioni)


def _sezioni(quadro: Quadro) -> Iterator[Dovere]:
    conti = (
        Versione.objects.filter(
            istituto_id=quadro.istituto_id, stato=StatoPatto.IN_NEGOZIAZIONE.value,
            sezione__isnull=False,
        )
        .order_by("sezione")
        .values_list("sezione")
        .annotate(Count("pk"), Min("proposta_il"))
    )  # fmt: skip
    attese = {sezione: (quanti, prima) for sezione, quanti, prima in conti}
    convocate = set(
        Seduta.objects.filter(
            istituto_id=quadro.istituto_id, organo__in=attese, stato__in=APERTE
        ).values_list("organo_id", flat=True)
    )
    presiedono = presidenti(quadro.istituto_id, quadro.oggi)
    sezioni = OrganoCollegiale.objects.filter(istituto_id=quadro.istituto_id, pk__in=attese)
    for sezione in sezioni.exclude(pk__in=convocate).order_by("pk"):
        quanti, proposta = attese[sezione.pk]
        prima, entro = timezone.localdate(proposta), quadro.regole.sezione_entro
        testo = (
            f"{plurale(quanti, 'bozza pronta', 'bozze pronte')}; la più vecchia dal "
            f"{data_estesa(prima)}."
        )
        yield Dovere(
            chiave=f"patto.sezione.{sezione.pk}",
            titolo=f"Convoca la sezione per {plurale(quanti, 'patto', 'patti')}: {sezione.nome}",
            dettaglio=testo,
            verbo="Apri",
            pagina="patto:sezione",
            oggetto=sezione.pk,
            visibile_dal=prima,
            entro_il=prima + timedelta(days=entro.valore),
            perche=(
                Motivo("sezione_entro", entro.fonte, testo),
                Motivo("ratifica", ART_4, CHI_CONVOCA),
            ),
            **chi_firma(sezione, presiedono),
        )


def _plenarie(quadro: Quadro, commissioni: Sequence[OrganoCollegiale]) -> Iterator[Dovere]:
    """At least two plenary sittings a year: at the beginning and at the end."""
    giorni: dict[int, list[date]] = {organo.pk: [] for organo in commissioni}
    tenute: dict[int, list[date]] = {organo.pk: [] for organo in commissioni}
    for di_chi, quando, stato in (
        Seduta.objects.filter(istituto_id=quadro.istituto_id, organo__in=giorni)
        .exclude(stato__in=NON_TENUTE)
        .exclude(inizio_previsto__isnull=True)
        .values_list("organo_id", "inizio_previsto", "stato")
    ):
        giorni[di_chi].append(timezone.localdate(quando))
        if stato in TENUTE:
            tenute[di_chi].append(timezone.localdate(quando))
    for organo in commissioni:
        # One that is convened is not asked for again, but only those held are told as such.
        conto = replace(
            conta_plenarie(giorni[organo.pk], quadro.oggi),
            motivi=conta_plenarie(tenute[organo.pk], quadro.oggi).motivi,
        )
        inizio, fine = quadro.regole.plenaria_inizio, quadro.regole.plenaria_fine
        if not conto.inizio:
            yield from _plenaria(quadro, organo, conto, inizio, dal=quadro.anno.dal)
        if quadro.oggi >= meta_dell_anno(quadro.anno) and not conto.fine:
            yield from _plenaria(quadro, organo, conto, fine, dal=None)


def _plenaria(
    quadro: Quadro,
    organo: OrganoCollegiale,
    conto: Plenarie,
    valore: Valore[GiornoMese | None],
    *,
    dal: date | None,
) -> Iterator[Dovere]:
    if valore.valore is None:
        return
    entro = giorno_dell_anno(valore.valore, quadro.anno)
    quale, quando = ("inizio", "all’inizio") if dal else ("fine", "alla fine")
    testo = f"Entro il {data_estesa(entro)}: {valore.fonte}."
    yield Dovere(
        chiave=f"patto.plenaria.{organo.pk}.{quadro.anno.inizio}.{quale}",
        titolo=f"Convoca la plenaria della Commissione, {quando} dell’anno",
        dettaglio=f"Si riunisce entro il {data_estesa(entro)}.",
        verbo="Apri",
        pagina="organi:organo",
        oggetto=organo.pk,
        visibile_dal=dal or entro - DUE_MESI,
        entro_il=entro,
        ruolo=Ruolo.DIRIGENTE,
        perche=(*conto.motivi, Motivo("plenaria_entro", valore.fonte, testo)),
    )


def _elenco(quadro: Quadro, commissioni: Sequence[OrganoCollegiale]) -> Iterator[Dovere]:
    """The list is brought up to date at least once a year: somebody came in, or left, in it."""
    entro, anno = quadro.regole.elenco_entro, quadro.anno
    if entro.valore is None:
        return
    ultimi = dict(
        Mandato.objects.filter(istituto_id=quadro.istituto_id, organo__in=commissioni)
        .order_by("organo")
        .values_list("organo")
        .annotate(Max("dal"))
    )
    ultimo = giorno_dell_anno(entro.valore, anno)
    for organo in commissioni:
        giorni = (organo.dal, organo.rinnovato_il, ultimi.get(organo.pk))
        giudizio = giudica_elenco(max(filter(None, giorni)), quadro.oggi)
        if giudizio.vale:
            continue
        testo = f"Si aggiorna entro il {data_estesa(ultimo)}."
        yield Dovere(
            chiave=f"patto.elenco.{organo.pk}.{anno.inizio}",
            titolo="Aggiorna l’elenco della Commissione per il patto formativo",
            dettaglio=testo,
            verbo="Apri",
            pagina="patto:commissione",
            visibile_dal=anno.dal,
            entro_il=ultimo,
            ruolo=Ruolo.DIRIGENTE,
            perche=(*giudizio.motivi, Motivo("elenco_entro", entro.fonte, testo)),
        )
