"""What the campaigns say to who looks at the whole institute."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.urls import reverse

from competenze.enums import StatoClasse, StatoRilevazione
from competenze.models import Rilevazione
from competenze.queries.rilevazioni import (
    StatoDelCorso,
    StatoDellaClasse,
    rilevazioni,
    stato,
)
from competenze.rules.motivi import CIRCOLARE_A
from cpia.avvisi.grafici import Barra, GraficoBarre, GruppoBarre
from cpia.avvisi.models import Scadenza
from cpia.avvisi.registri import Riassunto
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Cattedra, Incarico
from cpia.scuola.parole import giorno_breve, plurale
from cpia.scuola.queries import in_vigore
from cpia.scuola.ruoli import nome_ruolo

ANNI = {1: "prime", 2: "seconde", 3: "terze", 4: "quarte", 5: "quinte"}
ANNO = {1: "prima", 2: "seconda", 3: "terza", 4: "quarta", 5: "quinta"}
# More would not be read: the others are in the page of the campaign.
CLASSI_IN_VISTA = 24
DIVERSE = (
    "Per ogni classe, quante discipline hanno registrato i livelli sul totale di quelle che ne "
    "valutano. Il giorno è quello dello scrutinio; è tardi dopo l’ultimo giorno utile per inserire."
)


def _aperte(contesto: Contesto) -> Iterable[Rilevazione]:
    return rilevazioni(contesto.istituto.pk).filter(stato=StatoRilevazione.APERTA)


def _classi(corsi: Iterable[StatoDelCorso]) -> list[StatoDellaClasse]:
    return [classe for corso in corsi for classe in corso.classi]


def riassunto(contesto: Contesto) -> Riassunto | None:
    """The open campaigns in one line; None when none is open. Five queries a campaign."""
    frasi, in_corso = [], 0
    for rilevazione in _aperte(contesto):
        classi = _classi(stato(rilevazione, contesto.oggi))
        in_corso += sum(c.rilevata.stato != StatoClasse.CERTIFICATA for c in classi)
        frasi.append(_frase(rilevazione, classi))
    if not frasi:
        return None
    indirizzo = reverse("competenze:elenco", args=[contesto.istituto.slug])
    return Riassunto(in_corso=in_corso, frase=" ".join(frasi), indirizzo=indirizzo)


def _frase(rilevazione: Rilevazione, classi: Sequence[StatoDellaClasse]) -> str:
    anno, anni = ANNO[rilevazione.anno_di_corso], ANNI[rilevazione.anno_di_corso]
    quante = plurale(len(classi), f"classe {anno}", f"classi {anni}", f"nessuna classe {anno}")
    pronte = plurale(sum(c.pronta for c in classi), "pronta", "pronte", "nessuna pronta")
    tardi = plurale(
        sum(c.in_ritardo for c in classi), "in ritardo", "in ritardo", "nessuna in ritardo"
    )
    registrate, tutte = sum(c.registrate for c in classi), sum(c.discipline for c in classi)
    return f"{quante}: {pronte}, {tardi}. {registrate} discipline su {tutte} registrate."


def grafici(contesto: Contesto) -> list[GraficoBarre]:
    """For each open campaign, how far its classes are, by course."""
    return [
        _grafico(contesto, rilevazione, stato(rilevazione, contesto.oggi))
        for rilevazione in _aperte(contesto)
    ]


def _grafico(
    contesto: Contesto, rilevazione: Rilevazione, corsi: Sequence[StatoDelCorso]
) -> GraficoBarre:
    classi = _classi(corsi)
    scelte = sorted(classi, key=_indietro)[:CLASSI_IN_VISTA]
    viste = {classe.rilevata.pk for classe in scelte}
    altre = len(classi) - len(viste)
    return GraficoBarre(
        chiave=f"competenze-{rilevazione.pk}",
        titolo=f"Competenze, classi {ANNI[rilevazione.anno_di_corso]}",
        nota="discipline registrate" + (f", le {len(viste)} più indietro" if altre else ""),
        lettura=_lettura(classi),
        perche=({"regola": "avanzamento", "fonte": CIRCOLARE_A, "testo": DIVERSE},),
        gruppi=[
            GruppoBarre(
                corso.corso.nome, [_barra(contesto, c) for c in corso.classi if _in(c, viste)]
            )
            for corso in corsi
            if any(_in(classe, viste) for classe in corso.classi)
        ],
    )


def _in(classe: StatoDellaClasse, viste: set[int]) -> bool:
    return classe.rilevata.pk in viste


def _indietro(classe: StatoDellaClasse) -> tuple[bool, float]:
    """The late ones first, then those with less done."""
    return not classe.in_ritardo, classe.registrate / max(classe.discipline, 1)


def _barra(contesto: Contesto, classe: StatoDellaClasse) -> Barra:
    rilevata = classe.rilevata
    return Barra(
        nome=str(rilevata.classe),
        quando=giorno_breve(rilevata.scrutinio_il)[:6].strip() if rilevata.scrutinio_il else "",
        fatti=classe.registrate,
        totale=classe.discipline,
        esito=f"{classe.registrate} su {classe.discipline}{_nota(classe)}",
        tardi=classe.in_ritardo,
        indirizzo=reverse("competenze:quadro", args=[contesto.istituto.slug, rilevata.pk]),
    )


def _nota(classe: StatoDellaClasse) -> str:
    if classe.rilevata.stato != StatoClasse.APERTA:
        return f", {classe.rilevata.get_stato_display().lower()}"
    if classe.in_ritardo:
        return ", tardi"
    return ", pronta" if classe.pronta and classe.discipline else ""


def _lettura(classi: Sequence[StatoDellaClasse]) -> str:
    tardi = sum(classe.in_ritardo for classe in classi)
    aperte = [c for c in classi if not c.pronta]
    if not aperte:
        return "Tutte le discipline hanno registrato."
    ultima = min(aperte, key=lambda classe: classe.registrate / max(classe.discipline, 1))
    quante = plurale(tardi, "classe in ritardo", "classi in ritardo", "Nessuna classe in ritardo")
    resta = f"la più indietro è la {ultima.rilevata.classe}"
    return f"{quante}; {resta}, {ultima.registrate} discipline su {ultima.discipline}."


def chi_ne_risente(contesto: Contesto, scadenze: Sequence[Scadenza]) -> Mapping[int, str]:
    """Who waits for what is late: for a subject, the coordinator of its class. Two queries."""
    cattedre = {scadenza.cattedra_id for scadenza in scadenze if scadenza.cattedra_id}
    classi = dict(
        Cattedra.objects.filter(istituto=contesto.istituto, pk__in=cattedre).values_list(
            "pk", "classe_id"
        )
    )
    coordinano: dict[int, list[str]] = defaultdict(list)
    for incarico in Incarico.objects.filter(
        in_vigore(contesto.oggi),
        istituto=contesto.istituto,
        ruolo=Ruolo.COORDINATORE,
        classe__in=set(classi.values()),
    ).select_related("persona"):
        if incarico.classe_id:
            ruolo = nome_ruolo(Ruolo.COORDINATORE, incarico.persona).split()[0]
            coordinano[incarico.classe_id].append(f"{ruolo} {incarico.persona.iniziale_e_cognome}")
    return {
        scadenza.pk: ", ".join(coordinano[classi.get(scadenza.cattedra_id or 0, 0)])
        if scadenza.cattedra_id
        else "lo scrutinio della classe"
        for scadenza in scadenze
    }
