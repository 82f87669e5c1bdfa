"""What the desk shows: one list in four groups, filters by role, and the column beside it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from cpia.avvisi import queries
from cpia.avvisi.models import Notifica, Scadenza
from cpia.avvisi.righe import Azioni, Fatta, Voce, fatte_oggi, voce
from cpia.scuola import parole
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico
from cpia.scuola.ruoli import nome_ruolo

GRUPPI = {
    "in_ritardo": "In ritardo",
    "oggi": "Oggi",
    "settimana": "Questa settimana",
    "avanti": "Più avanti",
}
NUMERI = ("zero", "una", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci")
PERSONALI = "personali"
PROSSIME = 6
NOTIFICHE = 4


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
    fatte: list[Fatta]
    ruoli: list[RuoloInVigore]

    def conte(self, anche: str) -> dict[str, int]:
        """How many rows each group has, and the one named even when it has none left."""
        return {anche: 0} | {gruppo.chiave: len(gruppo.voci) for gruppo in self.gruppi}


def componi(contesto: Contesto, scelto: str) -> Scrivania:
    """The desk of a person, filtered by one of the roles when ``scelto`` names it.

    The number of queries does not depend on how much there is to do.
    """
    scadenze = queries.scadenze_aperte(contesto)
    chiuse = list(queries.chiuse_oggi(contesto))
    azioni = queries.azioni(contesto, [*scadenze, *chiuse])
    istituto_id, persona_id = contesto.istituto.pk, contesto.persona.pk
    return Scrivania(
        frase=frase(scadenze, contesto.oggi),
        filtri=_filtri(contesto, scadenze, scelto),
        gruppi=_gruppi(contesto, scadenze, azioni, scelto),
        prossime=list(queries.prossime_scadenze(contesto, PROSSIME)),
        notifiche=list(queries.da_leggere(istituto_id, persona_id, NOTIFICHE)),
        fatte=fatte_oggi(scadenze, chiuse, azioni),
        ruoli=list(ruoli_in_vigore(contesto)),
    )


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
        *_tutto_l_istituto(contesto),
    ]


def _tutto_l_istituto(contesto: Contesto) -> Iterator[dict[str, object]]:
    """For who directs, the way to the state of the whole institute."""
    if contesto.ha(Ruolo.DIRIGENTE, Ruolo.COLLABORATORE):
        url = reverse("stato_istituto", args=[contesto.istituto.slug])
        yield {"testo": "Tutto l’istituto", "numero": None, "url": url, "attiva": False}


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


def _gruppi(
    contesto: Contesto, scadenze: list[Scadenza], azioni: Azioni, scelto: str
) -> list[Gruppo]:
    if scelto in _nomi_filtri(contesto):
        scadenze = [scadenza for scadenza in scadenze if filtro_di(scadenza) == scelto]
    gruppi = {chiave: Gruppo(chiave, titolo, []) for chiave, titolo in GRUPPI.items()}
    for scadenza in scadenze:
        gruppo = gruppi[queries.gruppo(scadenza, contesto.oggi)]
        gruppo.voci.append(voce(contesto, scadenza, azioni))
    return [gruppo for gruppo in gruppi.values() if gruppo.voci]


def ruoli_in_vigore(contesto: Contesto) -> Iterator[RuoloInVigore]:
    """The roles of today with their days; classes of one subject in one line.

    A role that nobody ended over a class of a year gone by still opens its pages, but is no work
    of today and is not listed.
    """
    insieme: dict[tuple[str, date, date | None], list[Incarico]] = {}
    for incarico in contesto.incarichi:
        if _di_un_anno_finito(incarico, contesto.oggi):
            continue
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


def _di_un_anno_finito(incarico: Incarico, oggi: date) -> bool:
    classe = incarico.cattedra.classe if incarico.cattedra else incarico.classe
    return classe is not None and oggi > date(classe.anno_scolastico.inizio + 1, 8, 31)


def _classe(incarico: Incarico) -> str:
    if incarico.cattedra:
        return str(incarico.cattedra.classe)
    return str(incarico.classe) if incarico.classe else ""
