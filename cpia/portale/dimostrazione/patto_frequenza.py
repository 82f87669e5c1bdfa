"""Groups of level of the demo and a year of lessons: who comes, who is at risk, who is silent."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from cpia.portale.dimostrazione.patto_piano import (
    ADULTI,
    COORDINATRICE,
    DOCENTE,
    POMIGLIANO,
    SANT_ANASTASIA,
    TUTOR,
)
from cpia.portale.dimostrazione.patto_scuola import segreteria_il
from cpia.portale.dimostrazione.piano import Conto
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico, Istituto, Persona, Sede
from patto_formativo.enums import Livello, Percorso
from patto_formativo.models import Corsista, Gruppo, Presenza, UnitaApprendimento
from patto_formativo.queries.frequenza import piani
from patto_formativo.queries.frequenza.lezioni import unita_del_gruppo
from patto_formativo.services.frequenza import (
    DatiGruppo,
    DatiLezione,
    aggiungi_al_gruppo,
    forma_gruppo,
    proponi_deroga,
    registra_lezione,
    riporta_lezioni,
    verifica_distanza,
)

INIZIO, FINE = date(2023, 11, 6), date(2024, 5, 31)
VACANZE = (
    (date(2023, 12, 22), date(2024, 1, 7)), (date(2024, 3, 28), date(2024, 4, 2)),
    (date(2024, 4, 25), date(2024, 4, 26)), (date(2024, 5, 1), date(2024, 5, 1)),
)  # fmt: skip
ULTIMA_DI_CHI_TACE = date(2024, 3, 20)
LUNEDI, MERCOLEDI, GIOVEDI = 0, 2, 3
LINGUAGGI, MATEMATICO = "Asse dei linguaggi", "Asse matematico"
# How much of the lessons one comes to, in hundredths.
COSTANZA = {"rischio": 58, "in_corso": 92, "approvato": 86, "proposto": 78}
DI_SOLITO = 80
ORE = 3
VERIFICA = "Test finale sulla piattaforma, almeno 7 risposte su 10"
A1, A2 = Livello.A1, Livello.A2


@dataclass(frozen=True)
class GruppoDemo:
    """A group on paper: who teaches it, on which days of the week."""

    nome: str
    percorso: Percorso
    sede: str
    docenti: tuple[tuple[Conto, str], ...]
    giorni: tuple[int, ...] = ()
    dalle: time = time(17)
    livello: Livello | None = None


TUTTI = ((TUTOR, LINGUAGGI), (DOCENTE, MATEMATICO))
GRUPPI = (
    GruppoDemo("Primo periodo, sera", Percorso.PRIMO_PERIODO, SANT_ANASTASIA, TUTTI,
               (LUNEDI, MERCOLEDI, GIOVEDI)),
    GruppoDemo("Secondo periodo, sera", Percorso.SECONDO_PERIODO, SANT_ANASTASIA, TUTTI,
               (LUNEDI, GIOVEDI), time(18)),
    GruppoDemo("Secondo periodo, Pomigliano", Percorso.SECONDO_PERIODO, POMIGLIANO, TUTTI,
               (LUNEDI, MERCOLEDI), time(16)),
    GruppoDemo("Italiano per cominciare", Percorso.ALFABETIZZAZIONE, SANT_ANASTASIA,
               ((TUTOR, "Lingua italiana"), (COORDINATRICE, "Lingua italiana")),
               (LUNEDI, MERCOLEDI), time(15)),
    GruppoDemo("Primo periodo, Pomigliano", Percorso.PRIMO_PERIODO, POMIGLIANO, TUTTI),
)  # fmt: skip


def popola(istituto: Istituto) -> None:
    """Form the groups, bring in the lessons of the year, leave something to be done."""
    caso = random.Random(f"frequenza di {istituto.slug}")  # noqa: S311 -- the same everywhere
    anno = AnnoScolastico.objects.get(istituto=istituto, inizio=INIZIO.year)
    for dati in GRUPPI:
        gruppo = _forma(istituto, anno, dati)
        membri = _riempi(istituto, gruppo, dati)
        if membri and dati.giorni:
            _lezioni(istituto, gruppo, dati, membri, caso)
    _verifica_le_prime(istituto)
    _deroga(istituto)


def _forma(istituto: Istituto, anno: AnnoScolastico, dati: GruppoDemo) -> Gruppo:
    segreteria = segreteria_il(istituto, date(2023, 10, 30))
    sede = Sede.objects.get(istituto=istituto, nome=dati.sede)
    return forma_gruppo(
        autore=segreteria, adesso=segreteria.adesso, anno=anno,
        dati=DatiGruppo(dati.nome, dati.percorso, sede, dati.livello),
        docenti=[(_di(istituto, conto), asse) for conto, asse in dati.docenti],
    )  # fmt: skip


def _riempi(istituto: Istituto, gruppo: Gruppo, dati: GruppoDemo) -> dict[Corsista, date]:
    """Those of the path at the site, from the day on which each is enrolled."""
    righe = Corsista.objects.filter(
        istituto=istituto, offerta__genere=dati.percorso.value, offerta__sede__nome=dati.sede
    )
    membri = {c: max(INIZIO, c.iscritto_il) for c in righe.select_related("persona")}
    for corsista, dal in membri.items():
        autore = segreteria_il(istituto, dal)
        aggiungi_al_gruppo(
            autore=autore, adesso=autore.adesso, gruppo_id=gruppo.pk, corsisti=[corsista.pk],
            dal=dal,
        )  # fmt: skip
    return membri


def _lezioni(
    istituto: Istituto, gruppo: Gruppo, dati: GruppoDemo, membri: dict[Corsista, date],
    caso: random.Random,
) -> None:  # fmt: skip
    """The lessons of each teacher, unit after unit; those of June are written one by one."""
    unita = list(unita_del_gruppo(gruppo))
    piano = {chi: sue.quali for chi, sue in piani(istituto.pk, [m.pk for m in membri]).items()}
    autori = [_il(istituto, conto, FINE) for conto, _ in dati.docenti]
    righe: list[list[tuple[DatiLezione, dict[int, Decimal]]]] = [[] for _ in autori]
    for numero, lezione in enumerate(_calendario(dati, unita)):
        ore = _presenze(lezione, membri, piano, caso)
        righe[numero % len(autori)].append((lezione, ore))
    for autore, sue in zip(autori, righe, strict=True):
        riporta_lezioni(
            autore=autore, adesso=autore.adesso, gruppo_id=gruppo.pk, docente=autore.persona,
            righe=sue,
        )  # fmt: skip
    ieri = date(2024, 6, 3)
    autore = _il(istituto, dati.docenti[-1][0], ieri)
    ultima = DatiLezione(unita[-1], ieri, Decimal(ORE), dati.dalle, argomento="Ripasso")
    registra_lezione(
        autore=autore, adesso=autore.adesso, gruppo_id=gruppo.pk, dati=ultima,
        ore=_presenze(ultima, membri, piano, caso),
    )  # fmt: skip


def _calendario(dati: GruppoDemo, unita: list[UnitaApprendimento]) -> Iterator[DatiLezione]:
    """Three hours an evening of the unit that is furthest behind; now and then at a distance."""
    giorno, numero = INIZIO, 0
    tenute = dict.fromkeys(unita, 0)
    while giorno <= FINE:
        if giorno.weekday() in dati.giorni and not any(dal <= giorno <= al for dal, al in VACANZE):
            di_questa = min(unita, key=lambda una: tenute[una] / una.ore)
            tenute[di_questa] += ORE
            a_distanza = numero % 16 == 11 and di_questa.a_distanza > 0
            dalle = dati.dalle
            yield DatiLezione(di_questa, giorno, Decimal(ORE), dalle, a_distanza=a_distanza)
            numero += 1
        giorno += timedelta(days=1)


def _presenze(
    lezione: DatiLezione, membri: dict[Corsista, date], piano: dict[int, frozenset[int]],
    caso: random.Random,
) -> dict[int, Decimal]:  # fmt: skip
    ore = {}
    for corsista, dal in membri.items():
        tira = caso.random() * 100
        if lezione.giorno < dal or lezione.unita.radice not in piano.get(
            corsista.pk, {lezione.unita.radice}
        ):
            continue
        ore[corsista.pk] = _ore(corsista, lezione, tira)
    return ore


def _ore(corsista: Corsista, lezione: DatiLezione, tira: float) -> Decimal:
    fino_a = _fino_a(corsista)
    if fino_a == "silenzio" and lezione.giorno > ULTIMA_DI_CHI_TACE:
        return Decimal(0)
    costanza = COSTANZA.get(fino_a, DI_SOLITO)
    if tira >= costanza:
        return Decimal(0)
    return Decimal("2.5") if tira > costanza - 6 else lezione.ore


def _fino_a(corsista: Corsista) -> str:
    chi = (corsista.persona.cognome, corsista.persona.nome)
    return next((a.fino_a for a in ADULTI if (a.cognome, a.nome) == chi), "")


def _verifica_le_prime(istituto: Istituto) -> None:
    """Hours at a distance: those before spring are checked, the others are left to do."""
    for conto in (TUTOR, DOCENTE):
        autore = _il(istituto, conto, FINE)
        sue = Presenza.objects.filter(
            istituto=istituto, lezione__docente=autore.persona, lezione__a_distanza=True,
            ore__gt=0, lezione__giorno__lt=date(2024, 3, 1),
        )  # fmt: skip
        if quali := list(sue.values_list("pk", flat=True)):
            verifica_distanza(
                autore=autore, adesso=autore.adesso, presenze=quali, verifica=VERIFICA
            )


def _deroga(istituto: Istituto) -> None:
    """The council proposes one for who is at risk; the Collegio has not decided yet."""
    for corsista in Corsista.objects.filter(istituto=istituto).select_related("persona"):
        if _fino_a(corsista) == "rischio":
            autore = segreteria_il(istituto, date(2024, 5, 29))
            proponi_deroga(
                autore=autore, adesso=autore.adesso, corsista_id=corsista.pk,
                motivo="Turni di lavoro documentati dal datore di lavoro",
                consiglio="Consiglio di livello del primo periodo, sera",
                proposta_il=date(2024, 5, 28),
            )  # fmt: skip


def _di(istituto: Istituto, conto: Conto) -> Persona:
    return Persona.objects.select_related("istituto").get(istituto=istituto, email=conto.email)


def _il(istituto: Istituto, conto: Conto, giorno: date) -> Contesto:
    return compi(_di(istituto, conto), istante(giorno, 20))
