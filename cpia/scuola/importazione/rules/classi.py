"""Classes of a school year, with the course and the site that they need."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cpia.scuola.importazione.rules.archivio import Archivio, ClasseNota, CorsoNoto
from cpia.scuola.importazione.rules.classe_di import scritta, trova_sede
from cpia.scuola.importazione.rules.proposte import Proposta
from cpia.scuola.importazione.rules.righe import Riga, segna_ripetute
from cpia.scuola.importazione.rules.testo import ROMANI, chiave, pulito
from cpia.scuola.rules import CodiceMeccanograficoNonValido, controlla_codice_meccanografico

FORMA: Final = re.compile(
    r"(?P<anno>[1-5]|i{1,3}|iv|v)\s*[ªº°^]?\s*(?P<sezione>[a-z]{1,4})(?:[\s\-_/]+(?P<corso>.+))?",
    re.IGNORECASE,
)
ORDINAMENTI_DEL_TIPO: Final = {"cpia": "adulti", "comprensivo": "primo_ciclo"}
# What the name of a course says of its kind, in the schools that have more than one.
ORDINAMENTI_NEL_NOME: Final = {
    "liceo": r"\blice[oi]\b",
    "tecnico": r"\btecnic[oi]\b|\bit(?:is|cg|es|et|c|t|e)\b",
    "professionale": r"\bprofessional[ei]\b|\bip(?:sia|sar|sc|ia|a|s)\b",
}


@dataclass(frozen=True, slots=True)
class PianoCorso:
    id: int | None
    sigla: str
    nome: str
    ordinamento: str = ""


@dataclass(frozen=True, slots=True)
class PianoSede:
    id: int | None
    nome: str


@dataclass(frozen=True, slots=True)
class PianoClasse:
    id: int | None
    anno_di_corso: int
    sezione: str
    corso: PianoCorso
    sede: PianoSede


def proponi_classi(righe: Sequence[Riga], archivio: Archivio) -> list[Proposta]:
    """What the rows would do; the plan of each is a ``PianoClasse``."""
    proposte = [_proposta(riga, archivio) for riga in righe]
    chiavi = {
        p.numero: (p.piano.anno_di_corso, p.piano.sezione, chiave(p.piano.corso.sigla))
        for p in proposte
        if p.piano
    }
    segna_ripetute(righe, chiavi, "la stessa classe")
    return proposte


def _proposta(riga: Riga, archivio: Archivio) -> Proposta:
    proposta = Proposta(riga, scritta(riga))
    parti = _parti(riga, archivio)
    if riga.errata or parti is None:
        return proposta
    anno, sezione, sigla = parti
    corso = _corso(proposta, sigla, archivio)
    nota = _nota(anno, sezione, corso, archivio) if corso else None
    sede = _sede(proposta, nota, archivio)
    if corso is None or sede is None:
        return proposta
    proposta.titolo = f"{anno}ª{sezione} {corso.sigla}"
    proposta.piano = PianoClasse(nota.id if nota else None, anno, sezione, corso, sede)
    proposta.nuova = nota is None
    if nota is None or nota.sede.id != sede.id:
        proposta.differisce("Sede", nota.sede.nome if nota else "", sede.nome)
    return proposta


def _parti(riga: Riga, archivio: Archivio) -> tuple[int, str, str] | None:
    """Year, section and course, from their columns or from a class written in one."""
    valori = riga.valori
    testo = pulito(f"{valori.get('classe') or valori.get('anno_di_corso', '')}")
    if "sezione" in valori:
        testo = f"{testo} {valori['sezione']}"
    letta = FORMA.fullmatch(testo)
    if letta is None:
        riga.rileva("classe", f"«{testo}» non è una classe: scrivila come 2A AFM")
        return None
    anno = int(ROMANI.get(letta["anno"].lower(), letta["anno"]))
    sezione, sigla = letta["sezione"].upper(), valori.get("corso", letta["corso"] or "")
    if not sigla:
        sezione, sigla = _attaccati(sezione, archivio)
    if not sigla and "corso_nome" in valori:
        sigla = _sigla_del_nome(valori["corso_nome"], archivio)
    if not sigla:
        riga.rileva("corso", f"di «{testo}» manca il corso: scrivi la classe come 2A AFM")
        return None
    return anno, sezione, sigla


def _attaccati(lettere: str, archivio: Archivio) -> tuple[str, str]:
    """«AAFM» is section A of AFM when just one of the recorded courses ends it so."""
    candidati = [
        (lettere[: -len(corso.sigla)], corso.sigla)
        for corso in archivio.corsi
        if lettere.endswith(corso.sigla.upper()) and len(lettere) > len(corso.sigla)
    ]
    if len(candidati) == 1:
        return candidati[0]
    return lettere, archivio.corsi[0].sigla if len(archivio.corsi) == 1 else ""


def _sigla_del_nome(nome: str, archivio: Archivio) -> str:
    return next((c.sigla for c in archivio.corsi if chiave(c.nome) == chiave(nome)), "")


def _corso(proposta: Proposta, sigla: str, archivio: Archivio) -> PianoCorso | None:
    noto = _corso_noto(sigla, archivio)
    if noto:
        return PianoCorso(noto.id, noto.sigla, noto.nome)
    valori = proposta.riga.valori
    nome = valori.get("corso_nome", sigla)
    ordinamento = valori.get("ordinamento") or _ordinamento(nome, archivio)
    if len(sigla) > 12:
        proposta.riga.rileva("corso", f"«{sigla}» è troppo lungo per una sigla: al più 12 lettere")
    elif not ordinamento:
        proposta.riga.rileva(
            "ordinamento",
            f"il corso «{sigla}» è nuovo: aggiungi la colonna «ordinamento» con liceo, tecnico o "
            "professionale, o correggi la sigla",
        )
    else:
        proposta.annota(f"con il nuovo corso «{sigla}»")
        return PianoCorso(None, sigla.upper(), nome, ordinamento)
    return None


def _corso_noto(testo: str, archivio: Archivio) -> CorsoNoto | None:
    forma = chiave(testo)
    return next((c for c in archivio.corsi if forma in {chiave(c.sigla), chiave(c.nome)}), None)


def _ordinamento(nome: str, archivio: Archivio) -> str:
    if del_tipo := ORDINAMENTI_DEL_TIPO.get(archivio.tipo_istituto):
        return del_tipo
    trovati = [o for o, forma in ORDINAMENTI_NEL_NOME.items() if re.search(forma, nome.lower())]
    return trovati[0] if len(trovati) == 1 else ""


def _nota(anno: int, sezione: str, corso: PianoCorso, archivio: Archivio) -> ClasseNota | None:
    return next(
        (
            classe
            for classe in archivio.classi
            if (classe.anno_di_corso, classe.sezione.upper(), classe.corso.id)
            == (anno, sezione, corso.id)
        ),
        None,
    )


def _sede(proposta: Proposta, nota: ClasseNota | None, archivio: Archivio) -> PianoSede | None:
    """The site named, or the one that the class has, or the only one of the institute."""
    testo = proposta.riga.valori.get("sede", "")
    if not testo:
        unica = archivio.sedi[0] if len(archivio.sedi) == 1 else None
        if sede := nota.sede if nota else unica:
            return PianoSede(sede.id, sede.nome)
        proposta.riga.rileva("sede", "manca la sede: l’istituto ne ha più di una")
        return None
    if trovata := trova_sede(testo, archivio):
        return PianoSede(trovata.id, trovata.nome)
    if _codice(testo):
        proposta.riga.rileva("sede", f"nessuna sede ha il codice {testo}: scrivi il nome")
        return None
    proposta.annota(f"con la nuova sede «{testo}»")
    return PianoSede(None, testo)


def _codice(testo: str) -> bool:
    try:
        controlla_codice_meccanografico(testo)
    except CodiceMeccanograficoNonValido:
        return False
    return True
