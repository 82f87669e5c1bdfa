"""Everything on the page of the whole institute, in a number of queries that never grows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import apps

from cpia.avvisi import queries, registri
from cpia.avvisi.grafici import Grafico
from cpia.avvisi.registri import Riassunto
from cpia.avvisi.righe import Voce, voce
from cpia.portale.istituto import conti, giorni
from cpia.portale.istituto.conti import Gruppo, Riga
from cpia.portale.istituto.ritardi import Ritardi
from cpia.portale.istituto.ritardi import leggi as leggi_ritardi
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import plurale

VEDONO = (Ruolo.DIRIGENTE, Ruolo.COLLABORATORE)


@dataclass(frozen=True)
class RigaApp:
    """An app in one line; ``riassunto`` is its own sentence, where it has one."""

    riga: Riga
    riassunto: Riassunto | None
    riservata: bool


@dataclass(frozen=True)
class Pagina:
    frase: str
    decisioni: Sequence[Voce]
    totali: Riga
    per_chi: Sequence[Riga]
    ritardi: Ritardi
    grafici: Sequence[Grafico]
    per_app: Sequence[RigaApp]


def componi(contesto: Contesto) -> Pagina:
    """The page for who directs."""
    gruppi = conti.leggi(contesto)
    totali = conti.totali(gruppi, contesto.oggi)
    return Pagina(
        frase=_frase(totali.conti),
        decisioni=decisioni(contesto),
        totali=totali,
        per_chi=conti.per_chi(gruppi, contesto.oggi),
        ritardi=leggi_ritardi(contesto),
        grafici=disegna(contesto, gruppi),
        per_app=_per_app(contesto, gruppi),
    )


def decisioni(contesto: Contesto) -> list[Voce]:
    """What waits for the very person, as on the desk."""
    scadenze = queries.scadenze_aperte(contesto)
    azioni = queries.azioni(contesto, scadenze)
    return [voce(contesto, scadenza, azioni) for scadenza in scadenze]


def disegna(contesto: Contesto, gruppi: Sequence[Gruppo]) -> list[Grafico]:
    """The graphs of the apps, then that of the load of everybody."""
    delle_app = [grafico for disegna in registri.grafici.values() for grafico in disegna(contesto)]
    return [*delle_app, giorni.grafico(gruppi, contesto.oggi)]


def _frase(contati: Counter[str]) -> str:
    tardi, oggi = contati[conti.RITARDO], contati[conti.OGGI]
    in_ritardo = plurale(tardi, "scadenza in ritardo", "scadenze in ritardo", "Nulla è in ritardo")
    return f"{in_ritardo}, {plurale(oggi, 'si chiude', 'si chiudono', 'nessuna si chiude')} oggi."


def _per_app(contesto: Contesto, gruppi: Sequence[Gruppo]) -> list[RigaApp]:
    contate = conti.per_app(gruppi, contesto.oggi)
    riassunti = {app: riassume(contesto) for app, riassume in registri.riassunti.items()}
    etichette = [config.label for config in apps.get_app_configs()]
    return [
        RigaApp(
            riga=Riga(app, _nome(app, riassunti.get(app)), contate[app], f"?app={app}"),
            riassunto=riassunti.get(app),
            riservata=app in registri.riservate,
        )
        for app in etichette
        if contate.get(app) or riassunti.get(app)
    ]


def _nome(app: str, riassunto: Riassunto | None) -> str:
    return (riassunto and riassunto.nome) or str(apps.get_app_config(app).verbose_name)
