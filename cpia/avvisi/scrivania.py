"""What the desk shows: one list in four groups, filters by role, and the column beside it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.apps import apps

from cpia.avvisi import queries
from cpia.avvisi.models import Notifica, Scadenza
from cpia.scuola import parole
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo, Sesso
from cpia.scuola.models import Incarico, Persona

GRUPPI = {
    "in_ritardo": "In ritardo",
    "oggi": "Oggi",
    "settimana": "Questa settimana",
    "avanti": "Più avanti",
}
FEMMINILE = {
    Ruolo.COLLABORATORE: "collaboratrice del dirigente",
    Ruolo.COORDINATORE: "coordinatrice di classe",
    Ruolo.COORDINATORE_SEDE: "coordinatrice di sede",
    Ruolo.DSGA: "direttrice dei servizi generali e amministrativi",
    Ruolo.VERBALIZZANTE: "segretaria verbalizzante",
    Ruolo.COMMISSARIO: "commissaria straordinaria",
    Ruolo.STUDENTE: "studentessa",
    Ruolo.CANDIDATO: "candidata esterna",
    Ruolo.AMMINISTRATORE: "amministratrice di sistema",
}
# These only lead where the decision is taken: the filled button is for the decision itself.
SOLO_PORTANO = ("apri", "leggi", "vedi", "consulta")
NUMERI = ("zero", "una", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci")
PERSONALI = "personali"
PROSSIME = 6
NOTIFICHE = 4


@dataclass(frozen=True)
class Voce:
    """A row: the deadline, whose it is, how its button looks."""

    scadenza: Scadenza
    app: str
    principale: bool


@dataclass(frozen=True)
class Gruppo:
    """The rows of one heading."""

    chiave: str
    titolo: str
    voci: list[Voce]


@dataclass(frozen=True)
class RuoloInVigore:
    """A role of today in words, with its days."""

    testo: str
    dal: date
    al: date | None


@dataclass(frozen=True)
class Scrivania:
    """The whole page."""

    frase: str
    filtri: list[dict[str, object]]
    gruppi: list[Gruppo]
    prossime: list[Scadenza]
    notifiche: list[Notifica]
    fatte: list[Scadenza]
    ruoli: list[RuoloInVigore]


def componi(contesto: Contesto, scelto: str) -> Scrivania:
    """The desk of a person, filtered by one of the roles when ``scelto`` names it.

    The number of queries does not depend on how much there is to do.
    """
    scadenze = queries.scadenze_aperte(contesto)
    istituto_id, persona_id = contesto.istituto.pk, contesto.persona.pk
    return Scrivania(
        frase=frase(scadenze, contesto.oggi),
        filtri=_filtri(contesto, scadenze, scelto),
        gruppi=_gruppi(contesto, scadenze, scelto),
        prossime=list(queries.prossime_scadenze(contesto, PROSSIME)),
        notifiche=list(queries.da_leggere(istituto_id, persona_id, NOTIFICHE)),
        fatte=list(queries.chiuse_oggi(contesto)),
        ruoli=list(ruoli_in_vigore(contesto)),
    )


def nome_ruolo(ruolo: str, persona: Persona) -> str:
    """The role as one says it of this person: coordinatrice, coordinatore."""
    della_donna = FEMMINILE.get(Ruolo(ruolo)) if persona.sesso == Sesso.FEMMINILE else None
    return della_donna or Ruolo(ruolo).label


def frase(scadenze: Iterable[Scadenza], oggi: date) -> str:
    """``Due cose sono in ritardo; una si chiude oggi.``"""
    quante = Counter(queries.gruppo(scadenza, oggi) for scadenza in scadenze)
    ritardi, di_oggi = quante["in_ritardo"], quante["oggi"]
    parti = []
    if ritardi:
        parti.append(f"{_cose(ritardi)} {'è' if ritardi == 1 else 'sono'} in ritardo")
    if di_oggi:
        chi = _numero(di_oggi) if ritardi else _cose(di_oggi)
        parti.append(f"{chi} si {'chiude' if di_oggi == 1 else 'chiudono'} oggi")
    return parole.con_maiuscola("; ".join(parti) or "nulla è in ritardo") + "."


def _numero(quante: int) -> str:
    return NUMERI[quante] if quante < len(NUMERI) else parole.intero(quante)


def _cose(quante: int) -> str:
    return f"{_numero(quante)} {'cosa' if quante == 1 else 'cose'}"


def filtro_di(scadenza: Scadenza) -> str:
    """The filter under which a row falls: its role, and the class for who coordinates several."""
    if scadenza.ruolo == Ruolo.COORDINATORE:
        return f"{scadenza.ruolo}-{scadenza.classe_id}"
    return scadenza.ruolo or PERSONALI


def _filtri(contesto: Contesto, scadenze: list[Scadenza], scelto: str) -> list[dict[str, object]]:
    quante = Counter(map(filtro_di, scadenze))
    nomi = _nomi_filtri(contesto)
    return [
        _pillola("Tutto", len(scadenze), "", scelto if scelto in nomi else ""),
        *(
            _pillola(nome, quante[chiave], chiave, scelto)
            for chiave, nome in nomi.items()
            if quante[chiave] or chiave == scelto
        ),
    ]


def _pillola(testo: str, numero: int, chiave: str, scelto: str) -> dict[str, object]:
    url = f"?ruolo={chiave}" if chiave else "?"
    return {"testo": testo, "numero": numero, "url": url, "attiva": chiave == scelto}


def _nomi_filtri(contesto: Contesto) -> dict[str, str]:
    nomi = {}
    for incarico in sorted(contesto.incarichi, key=lambda i: i.ruolo != Ruolo.DOCENTE):
        chiave, nome = incarico.ruolo, nome_ruolo(incarico.ruolo, contesto.persona)
        if incarico.ruolo == Ruolo.COORDINATORE:
            chiave, nome = f"{chiave}-{incarico.classe_id}", f"{nome.split()[0]} {incarico.classe}"
        nomi[chiave] = parole.con_maiuscola(nome)
    return nomi | {PERSONALI: "Per me"}


def _gruppi(contesto: Contesto, scadenze: list[Scadenza], scelto: str) -> list[Gruppo]:
    if scelto in _nomi_filtri(contesto):
        scadenze = [scadenza for scadenza in scadenze if filtro_di(scadenza) == scelto]
    gruppi = {chiave: Gruppo(chiave, titolo, []) for chiave, titolo in GRUPPI.items()}
    for scadenza in scadenze:
        voce = _voce(scadenza, contesto.persona)
        gruppi[queries.gruppo(scadenza, contesto.oggi)].voci.append(voce)
    return [gruppo for gruppo in gruppi.values() if gruppo.voci]


def _voce(scadenza: Scadenza, persona: Persona) -> Voce:
    app = str(apps.get_app_config(scadenza.app).verbose_name)
    if scadenza.ruolo not in ("", Ruolo.DOCENTE):
        app = f"{app}, {nome_ruolo(scadenza.ruolo, persona).removesuffix(' di classe')}"
    return Voce(scadenza, app, not scadenza.verbo.lower().startswith(SOLO_PORTANO))


def ruoli_in_vigore(contesto: Contesto) -> Iterator[RuoloInVigore]:
    """The roles of today with their days; classes of one subject in one line."""
    insieme: dict[tuple[str, date, date | None], list[Incarico]] = {}
    for incarico in contesto.incarichi:
        chi = nome_ruolo(incarico.ruolo, contesto.persona)
        if incarico.cattedra:
            chi = incarico.cattedra.disciplina.nome
        insieme.setdefault((chi, incarico.dal, incarico.al), []).append(incarico)
    for (chi, dal, al), incarichi in insieme.items():
        classi = dict.fromkeys(filter(None, map(_classe, incarichi)))
        testo = chi.removesuffix(" di classe")
        if classi:
            testo += f" {'in' if incarichi[0].cattedra else 'della'} {parole.elenco(classi)}"
        if any(incarico.sostituisce_id for incarico in incarichi):
            testo += ", in sostituzione"
        yield RuoloInVigore(parole.con_maiuscola(testo), dal, al)


def _classe(incarico: Incarico) -> str:
    if incarico.cattedra:
        return str(incarico.cattedra.classe)
    return str(incarico.classe) if incarico.classe else ""
