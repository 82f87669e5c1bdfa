"""The words of today beside the things to do of this app, and what it says of the institute."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils import timezone

from cpia.avvisi.grafici import Barra, GraficoBarre, GruppoBarre
from cpia.avvisi.models import Scadenza
from cpia.avvisi.registri import Riassunto
from cpia.scuola import orologio
from cpia.scuola.access import Contesto
from cpia.scuola.enums import TipoIstituto
from cpia.scuola.parole import con_maiuscola, plurale, quando
from patto_formativo.enums import GenereOfferta, StatoCorsista, StatoPatto
from patto_formativo.models import Corsista, Versione
from patto_formativo.models.patti import IN_VIGORE
from patto_formativo.queries.frequenza import FrequenzaDi, frequenze
from patto_formativo.queries.regole import regole
from patto_formativo.rules.firme import FASE_4

FIRMA = "patto.firma."
APPROVATO = StatoPatto.APPROVATO.value
CHI_CONTA = (
    "Per ogni sede, di quante persone la frequenza non è a rischio fra quelle che hanno un patto "
    "approvato e lezioni dovute."
)
CHI_FIRMA = (
    "Per ogni sede, quanti patti sono sottoscritti fra quelli che la Commissione ha approvato."
)


# Who waits for what is late, by what the key says.
NE_RISENTE = {
    "domande": "chi ha fatto domanda",
    "distanza": "chi studia: le ore non contano",
    "sezione": "il tutor e chi studia",
    "condivisi": "il CPIA e chi studia",
    "plenaria": "la Commissione",
    "elenco": "la Commissione",
}
CHI_STUDIA = "chi studia"


def chi_ne_risente(contesto: Contesto, scadenze: Sequence[Scadenza]) -> Mapping[int, str]:
    """Who suffers from each of these that are late. No query."""
    return {
        scadenza.pk: NE_RISENTE.get(scadenza.chiave.split(".")[1], CHI_STUDIA)
        for scadenza in scadenze
    }


def descrive(istituto_id: int, scadenze: Sequence[Scadenza]) -> Mapping[int, str]:
    """Beside an agreement to sign, how many days ago it was approved. One query."""
    oggi = timezone.localdate(orologio.adesso())
    versioni = {
        scadenza.pk: int(scadenza.chiave.removeprefix(FIRMA).partition(".")[0])
        for scadenza in scadenze
        if scadenza.chiave.startswith(FIRMA)
    }
    if not versioni:
        return {}
    approvate = dict(
        Versione.objects.filter(
            istituto_id=istituto_id, pk__in=versioni.values(), approvata_il__isnull=False
        ).values_list("pk", "approvata_il")
    )
    return {
        pk: f"Approvato {quando(timezone.localdate(approvate[versione]), oggi)}."
        for pk, versione in versioni.items()
        if versione in approvate
    }


class _Iscritti:
    """Who is on a path today, with agreement and attendance. Eight queries."""

    def __init__(self, istituto_id: int) -> None:
        righe = Corsista.objects.filter(
            istituto_id=istituto_id, stato=StatoCorsista.ATTIVO.value
        ).select_related("offerta__sede")
        self.corsisti = list(righe.order_by("offerta__sede__nome", "pk"))
        stati = Versione.objects.filter(
            istituto_id=istituto_id, stato__in=[APPROVATO, *IN_VIGORE],
            patto__corsista__in=self.corsisti,
        ).values_list("patto__corsista_id", "stato")  # fmt: skip
        self.da_firmare = {chi for chi, stato in stati if stato == APPROVATO}
        self.firmati = {chi for chi, stato in stati if stato != APPROVATO}
        self.frequenze: Mapping[int, FrequenzaDi] = frequenze(self.corsisti)

    @property
    def a_rischio(self) -> set[int]:
        return {pk for pk, frequenza in self.frequenze.items() if frequenza.rischio is not None}


def riassunto(contesto: Contesto) -> Riassunto | None:
    """The persons on a path in one line; None where there is nobody. Eight queries."""
    if contesto.istituto.tipo != TipoIstituto.CPIA:
        return None
    iscritti = _Iscritti(contesto.istituto.pk)
    if not iscritti.corsisti:
        return None
    firmati = plurale(
        len(iscritti.firmati - iscritti.da_firmare), "patto sottoscritto", "patti sottoscritti",
        "nessun patto sottoscritto",
    )  # fmt: skip
    da_firmare = plurale(len(iscritti.da_firmare), "da firmare", "da firmare", "nessuno da firmare")
    rischio = plurale(
        len(iscritti.a_rischio), "persona con la frequenza a rischio",
        "persone con la frequenza a rischio", "nessuna frequenza a rischio",
    )  # fmt: skip
    return Riassunto(
        in_corso=len(iscritti.corsisti),
        frase=f"{plurale(len(iscritti.corsisti), 'persona iscritta', 'persone iscritte')}: "
        f"{firmati}, {da_firmare}; {rischio}.",
        indirizzo=reverse("patto:inizio", args=[contesto.istituto.slug]),
    )


def grafici(contesto: Contesto) -> list[GraficoBarre]:
    """Signatures and attendance by path and site. Ten queries."""
    if contesto.istituto.tipo != TipoIstituto.CPIA:
        return []
    iscritti = _Iscritti(contesto.istituto.pk)
    approvati = iscritti.da_firmare | iscritti.firmati
    seguiti = {pk for pk, f in iscritti.frequenze.items() if f.giudizio and f.dovute}
    if not approvati:
        return []
    rischio = regole(contesto.istituto.pk, contesto.oggi).rischio
    return [
        GraficoBarre(
            chiave="patto-firme",
            titolo="Patti formativi firmati",
            nota="sottoscritti sugli approvati",
            lettura=_lettura_firme(len(iscritti.da_firmare)),
            perche=({"regola": "firme", "fonte": FASE_4, "testo": CHI_FIRMA},),
            gruppi=_gruppi(contesto, iscritti, approvati, approvati - iscritti.da_firmare),
        ),
        GraficoBarre(
            chiave="patto-frequenza",
            titolo="Frequenza dei corsisti",
            nota="persone non a rischio",
            lettura=_lettura_frequenza(len(iscritti.a_rischio)),
            perche=({"regola": "rischio", "fonte": rischio.fonte, "testo": CHI_CONTA},),
            gruppi=_gruppi(contesto, iscritti, seguiti, seguiti - iscritti.a_rischio),
        ),
    ]


def _lettura_firme(quanti: int) -> str:
    return con_maiuscola(
        plurale(quanti, "patto approvato aspetta una firma",
                "patti approvati aspettano una firma", "tutti i patti approvati sono firmati")
    ) + "."  # fmt: skip


def _lettura_frequenza(quanti: int) -> str:
    return con_maiuscola(
        plurale(quanti, "persona viene meno di quanto dovrebbe",
                "persone vengono meno di quanto dovrebbero", "nessuno è a rischio")
    ) + "."  # fmt: skip


def _gruppi(
    contesto: Contesto, iscritti: _Iscritti, tutti: set[int], fatti: set[int]
) -> list[GruppoBarre]:
    """By path and, within it, by site; where there is nobody there is no line."""
    conti: dict[tuple[str, str], list[int]] = {}
    for corsista in iscritti.corsisti:
        if corsista.pk in tutti:
            dove = (corsista.offerta.genere, corsista.offerta.sede.nome)
            conto = conti.setdefault(dove, [0, 0])
            conto[0] += corsista.pk in fatti
            conto[1] += 1
    indirizzo = reverse("patto:inizio", args=[contesto.istituto.slug])
    return [
        GruppoBarre(
            genere.etichetta,
            [
                Barra(sede, "", quanti, totale, f"{quanti} su {totale}", indirizzo=indirizzo)
                for (suo, sede), (quanti, totale) in conti.items()
                if suo == genere
            ],
        )
        for genere in GenereOfferta
        if any(suo == genere for suo, _ in conti)
    ]
