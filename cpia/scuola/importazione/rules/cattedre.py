"""Cattedre: a subject in a class, who teaches it, who coordinates the class."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.scuola.importazione.rules.archivio import (
    Archivio,
    CattedraNota,
    ClasseNota,
    DisciplinaNota,
    GruppoNoto,
    PersonaNota,
)
from cpia.scuola.importazione.rules.classe_di import trova_classe
from cpia.scuola.importazione.rules.gruppi import DI_ALTERNATIVA, DI_LINGUA, DI_RELIGIONE
from cpia.scuola.importazione.rules.persone import identita_da_accertare
from cpia.scuola.importazione.rules.proposte import Proposta
from cpia.scuola.importazione.rules.righe import Riga, segna_ripetute
from cpia.scuola.importazione.rules.testo import chiave, pulito
from cpia.scuola.importazione.rules.valori import lingua_di

# How the subjects that only some follow are called, whatever the name of the group.
NOMI_PER_TIPO: Final = {
    DI_RELIGIONE: ("religione", "irc"),
    DI_ALTERNATIVA: ("attivitaalternativa", "materiaalternativa", "alternativa"),
}


@dataclass(frozen=True, slots=True)
class PianoDisciplina:
    id: int | None
    nome: str
    lingua: str


@dataclass(frozen=True, slots=True)
class PianoCattedra:
    """``id`` is None for a new cattedra; ``incarico`` and ``coordina`` say what to confer."""

    id: int | None
    docente_id: int
    classe_id: int
    disciplina: PianoDisciplina
    gruppo_id: int | None
    dal: date
    incarico: bool
    coordina: bool


def proponi_cattedre(
    righe: Sequence[Riga], archivio: Archivio, *, aggiungi_discipline: bool
) -> list[Proposta]:
    """What the rows would do; the plan of each is a ``PianoCattedra``.

    A subject that is not recorded is an error unless ``aggiungi_discipline``: a misspelt one would
    be born beside the right one.
    """
    proposte = [
        _proposta(riga, archivio, aggiungi_discipline=aggiungi_discipline) for riga in righe
    ]
    chiavi = {p.numero: _chiave(p.piano) for p in proposte if p.piano}
    segna_ripetute(righe, chiavi, "la stessa cattedra")
    _controlla_coordinatori(proposte, archivio)
    return proposte


def discipline_nuove(nomi: Iterable[str], archivio: Archivio) -> list[str]:
    """Of the subjects of a file, those that the institute has not."""
    puliti = {pulito(nome) for nome in nomi}
    return sorted(nome for nome in puliti if nome and chiave(nome) not in archivio.disciplina)


def _chiave(piano: PianoCattedra) -> tuple[object, ...]:
    return piano.docente_id, piano.classe_id, chiave(piano.disciplina.nome), piano.gruppo_id


def _proposta(riga: Riga, archivio: Archivio, *, aggiungi_discipline: bool) -> Proposta:
    proposta = Proposta(riga, riga.valori.get("disciplina", ""))
    docente = _docente(riga, archivio)
    classe = (
        trova_classe(riga, archivio) if riga.valori.keys() & {"classe", "anno_di_corso"} else None
    )
    disciplina = _disciplina(proposta, archivio, aggiungi=aggiungi_discipline)
    dal = riga.valori.get("dal", archivio.inizio)
    if not archivio.inizio <= dal <= archivio.fine:
        riga.rileva("dal", f"il giorno non è nell’anno scolastico {archivio.detto}")
    if riga.errata or not (docente and classe and disciplina):
        return proposta
    proposta.titolo = f"{disciplina.nome} in {classe.detta}"
    gruppo = _gruppo(riga, classe, disciplina, archivio)
    _pianifica(proposta, archivio, docente, classe, _Materia(disciplina, gruppo, dal))
    return proposta


@dataclass(frozen=True, slots=True)
class _Materia:
    disciplina: PianoDisciplina
    gruppo: GruppoNoto | None
    dal: date


def _pianifica(
    proposta: Proposta,
    archivio: Archivio,
    docente: PersonaNota,
    classe: ClasseNota,
    materia: _Materia,
) -> None:
    nota = _nota(proposta.riga, classe, materia, archivio)
    insegna = any(
        nota and i.persona_id == docente.id and i.cattedra_id == nota.id for i in archivio.incarichi
    )
    coordina = bool(proposta.riga.valori.get("coordinatore")) and not any(
        i.persona_id == docente.id and i.classe_id == classe.id for i in archivio.incarichi
    )
    proposta.nuova = nota is None
    if not insegna:
        proposta.differisce("Docente", "", docente.nome_intero)
    if coordina:
        proposta.differisce("Coordinatore della classe", "", docente.nome_intero)
    if nota is None and materia.gruppo:
        proposta.annota(f"per il gruppo «{materia.gruppo.nome}»")
    gruppo_id = materia.gruppo.id if materia.gruppo else None
    if nota:
        gruppo_id = nota.gruppo_id
    proposta.piano = PianoCattedra(
        nota.id if nota else None,
        docente.id,
        classe.id,
        materia.disciplina,
        gruppo_id,
        materia.dal,
        incarico=not insegna,
        coordina=coordina,
    )


def _nota(
    riga: Riga, classe: ClasseNota, materia: _Materia, archivio: Archivio
) -> CattedraNota | None:
    """The recorded cattedra; without a group in the row, the only one there is will do."""
    note = archivio.cattedre_di.get((classe.id, materia.disciplina.id), [])
    gruppo_id = materia.gruppo.id if materia.gruppo else None
    if "gruppo" not in riga.valori and len(note) == 1:
        return note[0]
    return next((cattedra for cattedra in note if cattedra.gruppo_id == gruppo_id), None)


def _docente(riga: Riga, archivio: Archivio) -> PersonaNota | None:
    """Who teaches, by code, e-mail, user name or name."""
    dati: dict[str, str] = {
        nome: riga.valori[nome] for nome in ("codice_fiscale", "email") if nome in riga.valori
    }
    nome = f"{riga.valori.get('cognome', '')} {riga.valori.get('nome', '')}".strip()
    chi = riga.valori.get("docente", "") or nome
    trovate = _cerca(chi, dati, archivio)
    if len(trovate) == 1 and trovate[0].da_accertare:
        riga.rileva("docente", identita_da_accertare(trovate[0]))
        return None
    if len(trovate) == 1:
        return trovate[0]
    detto = chi or next(iter(dati.values()), "")
    if detto and trovate:
        riga.rileva("docente", f"ci sono più persone per «{detto}»: aggiungi il codice fiscale")
    elif detto:
        riga.rileva("docente", f"«{detto}» non c’è fra le persone: importa prima i docenti")
    return None


def _cerca(chi: str, dati: dict[str, str], archivio: Archivio) -> list[PersonaNota]:
    codice = dati.get("codice_fiscale", chi.upper())
    if codice in archivio.per_codice:
        return [archivio.per_codice[codice]]
    email = dati.get("email", chi).lower()
    if "@" in email and email in archivio.per_email:
        return archivio.per_email[email]
    if dati.get("codice_fiscale"):
        return []
    return archivio.per_nome.get(chiave(chi)) or _per_utenza(chi, archivio)


def _per_utenza(chi: str, archivio: Archivio) -> list[PersonaNota]:
    """A user name of another register is most often what stands before the @."""
    utenza = chi.lower()
    return [
        persona
        for email, persone in archivio.per_email.items()
        if utenza and str(email).partition("@")[0] == utenza
        for persona in persone
    ]


def _disciplina(
    proposta: Proposta, archivio: Archivio, *, aggiungi: bool
) -> PianoDisciplina | None:
    riga = proposta.riga
    nome = riga.valori.get("disciplina", "")
    if not nome:
        return None
    nota: DisciplinaNota | None = archivio.disciplina.get(chiave(nome))
    if nota:
        return PianoDisciplina(nota.id, nota.nome, nota.lingua)
    if not aggiungi:
        riga.rileva("disciplina", f"la disciplina «{nome}» non c’è: correggila, o aggiungila")
        return None
    proposta.annota(f"con la nuova disciplina «{nome}»")
    return PianoDisciplina(None, nome, riga.valori.get("lingua") or lingua_di(nome))


def _gruppo(
    riga: Riga, classe: ClasseNota, disciplina: PianoDisciplina, archivio: Archivio
) -> GruppoNoto | None:
    """The group of the row; without one, that of the class which follows the subject."""
    gruppi = archivio.gruppi_di.get(classe.id, [])
    nome = riga.valori.get("gruppo", "")
    if not nome:
        return next((gruppo for gruppo in gruppi if _segue(gruppo, disciplina)), None)
    trovato = next((gruppo for gruppo in gruppi if chiave(gruppo.nome) == chiave(nome)), None)
    if trovato is None:
        riga.rileva("gruppo", f"in {classe.detta} non c’è il gruppo «{nome}»")
    return trovato


def _segue(gruppo: GruppoNoto, disciplina: PianoDisciplina) -> bool:
    if gruppo.tipo == DI_LINGUA:
        return bool(disciplina.lingua) and lingua_di(gruppo.nome) == disciplina.lingua
    nome = chiave(disciplina.nome)
    return nome == chiave(gruppo.nome) or nome.startswith(NOMI_PER_TIPO.get(gruppo.tipo, ("\0",)))


def _controlla_coordinatori(proposte: Sequence[Proposta], archivio: Archivio) -> None:
    """A class has one coordinator at a time."""
    coordina = {i.classe_id: i.persona_id for i in archivio.incarichi if i.classe_id}
    for proposta in proposte:
        piano = proposta.piano
        if piano is None or not piano.coordina:
            continue
        altro = coordina.setdefault(piano.classe_id, piano.docente_id)
        if altro != piano.docente_id:
            nome = archivio.persona[altro].nome_intero
            proposta.riga.rileva(
                "coordinatore",
                f"la classe ha già per coordinatore {nome}: chiudi prima quell’incarico",
            )
