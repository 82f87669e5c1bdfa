"""Who sits and who cannot: in the organ of guarantee, and in any organ that decides on a case.

Source: D.P.R. 249/1998, art. 5 c. 1; nota 31 luglio 2008, n. 3602 (who imposed the sanction, the
student and the parent do not judge); L. 241/1990, art. 6-bis; the school's regulation.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import elenco, plurale
from disciplina.enums import ComponenteGaranzia, Parte
from disciplina.rules.catalogo.modello import Catalogo
from disciplina.rules.fonti import CONFLITTO, NOTA, statuto


@dataclass(frozen=True, slots=True)
class Membro:
    """Who has a seat; ``supplente_di`` is the id of the member whose place a substitute takes."""

    id: str
    nome: str
    componente: ComponenteGaranzia
    supplente_di: str = ""
    presiede: bool = False


@dataclass(frozen=True, slots=True)
class Collegio:
    """Who judges this case, who abstains, which seats stay empty, and why."""

    siedono: tuple[Membro, ...]
    astenuti: tuple[Membro, ...]
    vacanti: tuple[Membro, ...]
    perche: tuple[Motivo, ...]


def chi_siede(membri: Sequence[Membro], parti: Mapping[str, Parte]) -> Collegio:
    """The organ for this case: who is party goes out and the first free substitute comes in.

    ``parti`` says in what quality a person is in the case, by id.
    """
    titolari = [membro for membro in membri if not membro.supplente_di]
    siedono: list[Membro] = []
    vacanti: list[Membro] = []
    motivi: list[Motivo] = []
    for titolare in titolari:
        if titolare.id not in parti:
            siedono.append(titolare)
            continue
        motivi.append(_si_astiene(titolare, parti[titolare.id]))
        supplente = _supplente(titolare, membri, parti)
        if supplente is None:
            vacanti.append(titolare)
            motivi.append(_senza_supplente(titolare))
        else:
            siedono.append(supplente)
            testo = f"{supplente.nome} subentra a {titolare.nome}."
            motivi.append(Motivo("subentra", NOTA, testo))
    astenuti = tuple(membro for membro in titolari if membro.id in parti)
    return Collegio(tuple(siedono), astenuti, tuple(vacanti), tuple(motivi))


def contro_seduta(collegio: Collegio, parti: Mapping[str, Parte]) -> list[Violazione]:
    """What is against this organ sitting on this case: a party in it, nobody who presides."""
    violazioni = [
        Violazione(
            "parte_nel_collegio",
            f"{membro.nome} non può giudicare: {parti[membro.id].etichetta}.",
            f"{NOTA}; {CONFLITTO}",
            "membri",
        )
        for membro in collegio.siedono
        if membro.id in parti
    ]
    presiedono = [membro for membro in collegio.siedono if membro.presiede]
    if len(presiedono) != 1:
        chi = elenco(membro.nome for membro in presiedono) or "nessuno"
        testo = f"Chi presiede è uno solo: qui {chi}."
        violazioni.append(Violazione("presidente", testo, statuto("1", 5), "membri"))
    return violazioni


def contro_composizione(membri: Sequence[Membro], catalogo: Catalogo) -> Iterator[Violazione]:
    """What is against these members being the organ of guarantee of the school."""
    garanzia = catalogo.garanzia
    titolari = [membro for membro in membri if not membro.supplente_di]
    fonte = catalogo.fonte(garanzia.articolo)
    for posto in garanzia.posti:
        quanti = sum(membro.componente is posto.componente for membro in titolari)
        if quanti != posto.quanti:
            testo = (
                f"{posto.componente.etichetta.capitalize()}: "
                f"{plurale(posto.quanti, 'posto', 'posti')}, qui {quanti}."
            )
            yield Violazione("posti", testo, fonte, "membri")
    previsti = {posto.componente for posto in garanzia.posti}
    for membro in titolari:
        if membro.componente not in previsti:
            testo = f"{membro.nome}: nell’organo non siede alcun {membro.componente.etichetta}."
            yield Violazione("componente_estraneo", testo, fonte, "membri")


def _si_astiene(membro: Membro, parte: Parte) -> Motivo:
    return Motivo("si_astiene", f"{NOTA}; {CONFLITTO}", f"{membro.nome}: {parte.etichetta}.")


def _supplente(
    titolare: Membro, membri: Sequence[Membro], parti: Mapping[str, Parte]
) -> Membro | None:
    suoi = (membro for membro in membri if membro.supplente_di == titolare.id)
    return next((membro for membro in suoi if membro.id not in parti), None)


def _senza_supplente(membro: Membro) -> Motivo:
    testo = (
        f"Nessun supplente per {membro.nome}: il posto resta vuoto, e il numero legale si conta "
        "sui componenti che restano."
    )
    return Motivo("senza_supplente", NOTA, testo)
