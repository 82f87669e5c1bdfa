"""The graph of the load: what is late, then day by day."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.apps import apps

from cpia.avvisi import registri
from cpia.avvisi.grafici import Grafico
from cpia.portale.istituto.conti import Gruppo
from cpia.scuola.parole import GIORNI, giorno, plurale

GIORNI_IN_VISTA = 13
ALTEZZA, BASE, PRIMA, PASSO, LARGA = 150, 190, 8, 25, 19  # in the units of the drawing


@dataclass(frozen=True)
class Colonna:
    """A day, or all that is late: figure, words under it, where it stands in the drawing."""

    numero: int
    sopra: str
    sotto: str
    tipo: str
    x: int
    alta: int
    domanda: str

    @property
    def y(self) -> int:
        return BASE - self.alta

    @property
    def mezzo(self) -> int:
        return self.x + LARGA // 2 + 1

    @property
    def cifra(self) -> int:
        return self.y - 5


@dataclass(frozen=True, kw_only=True)
class GraficoGiorni(Grafico):
    """Columns: late hatched, today dark, the days to come light."""

    colonne: Sequence[Colonna]
    base: int = BASE

    modello = "portale/istituto_giorni.html"


def grafico(gruppi: Sequence[Gruppo], oggi: date) -> GraficoGiorni:
    """The load of the institute from today on; reserved apps are not in it."""
    visti = [gruppo for gruppo in gruppi if gruppo.app not in registri.riservate]
    per_giorno: Counter[date] = Counter()
    for gruppo in visti:
        per_giorno[gruppo.giorno] += gruppo.quante
    tardi = sum(quante for quando, quante in per_giorno.items() if quando < oggi)
    giorni = [oggi + timedelta(days=n) for n in range(GIORNI_IN_VISTA)]
    return GraficoGiorni(
        chiave="giorni",
        titolo="Scadenze, giorno per giorno",
        lettura=_lettura(visti, per_giorno, giorni),
        perche=(_perche(per_giorno, tardi, giorni),),
        colonne=_colonne(tardi, {quando: per_giorno[quando] for quando in giorni}, oggi),
    )


def _colonne(tardi: int, per_giorno: Mapping[date, int], oggi: date) -> list[Colonna]:
    massimo = max([tardi, *per_giorno.values(), 1])

    def alta(quante: int) -> int:
        return max(round(ALTEZZA * quante / massimo), 2) if quante else 0

    prima = Colonna(tardi, "tardi", "", "tardi", PRIMA, alta(tardi), "?quando=in_ritardo")
    return [
        prima,
        *(
            Colonna(
                quante,
                str(quando.day),
                GIORNI[quando.weekday()][:3],
                "oggi" if quando == oggi else "dopo",
                PRIMA + PASSO * numero,
                alta(quante),
                f"?giorno={quando}",
            )
            for numero, (quando, quante) in enumerate(per_giorno.items(), 1)
        ),
    ]


def _lettura(gruppi: Sequence[Gruppo], per_giorno: Counter[date], giorni: Sequence[date]) -> str:
    intro = "A strisce le passate, in scuro oggi."
    colmo = max(giorni, key=lambda quando: per_giorno[quando])
    if not per_giorno[colmo]:
        return f"{intro} Nei prossimi {len(giorni)} giorni non scade nulla."
    app: Counter[str] = Counter()
    for gruppo in gruppi:
        if gruppo.giorno == colmo:
            app[gruppo.app] += gruppo.quante
    [(etichetta, quante)] = app.most_common(1)
    nome = apps.get_app_config(etichetta).verbose_name
    tutte = per_giorno[colmo]
    di_chi = f"tutte di {nome}" if quante == tutte else f"{quante} su {tutte} sono di {nome}"
    if tutte == 1:
        di_chi = f"una sola, di {nome}"
    return f"{intro} Il colmo è {giorno(colmo, giorni[0])}: {di_chi}."


def _perche(per_giorno: Counter[date], tardi: int, giorni: Sequence[date]) -> dict[str, str]:
    in_vista = sum(per_giorno[quando] for quando in giorni)
    testo = (
        f"Sono le scadenze ancora aperte di tutti: {plurale(tardi, 'passata', 'passate')}, "
        f"{in_vista} da oggi a {giorno(giorni[-1], giorni[0])}. Ognuna sta nel suo ultimo giorno "
        "utile e sparisce quando è fatta."
    )
    fonte = "Le scadenze aperte dagli atti di ogni applicazione, ognuna col suo termine"
    return {"regola": "scadenze_per_giorno", "fonte": fonte, "testo": testo}
