"""Finding the class that a row names, written in one column or in three."""

from cpia.scuola.importazione.rules.archivio import (
    Archivio,
    ClasseNota,
    CorsoNoto,
    SedeNota,
)
from cpia.scuola.importazione.rules.righe import Riga
from cpia.scuola.importazione.rules.testo import chiave, chiave_classe
from cpia.scuola.parole import elenco


def scritta(riga: Riga) -> str:
    """The class as the row writes it, its parts put together."""
    valori = riga.valori
    intera = valori.get("classe") or valori.get("anno_di_corso", "")
    parti = [intera, valori.get("sezione", ""), valori.get("corso", "")]
    return " ".join(parte for parte in parti if parte)


def trova_classe(riga: Riga, archivio: Archivio) -> ClasseNota | None:
    """The class of the year that the row names; a remark and None when it is not just one."""
    testo = scritta(riga)
    if not testo:
        return _prima_del_corso(riga, archivio)
    trovate = archivio.per_scrittura.get(chiave_classe(testo), set())
    candidate = [archivio.classe[pk] for pk in sorted(trovate)]
    if len(candidate) > 1 and "sede" in riga.valori:
        sede = trova_sede(riga.valori["sede"], archivio)
        candidate = [classe for classe in candidate if sede and classe.sede.id == sede.id]
    if len(candidate) == 1:
        return candidate[0]
    if candidate:
        nomi = " o ".join(classe.detta for classe in candidate)
        riga.rileva("classe", f"«{testo}» può essere {nomi}: aggiungi il corso")
    else:
        riga.rileva(
            "classe",
            f"la classe «{testo}» non c’è nel {archivio.detto}: correggila, o importa prima "
            "le classi",
        )
    return None


def _prima_del_corso(riga: Riga, archivio: Archivio) -> ClasseNota | None:
    """The first class of a course: who applies for it has no section yet."""
    corso = riga.valori["corso_di_iscrizione"]
    prime = [classe for classe in archivio.classi if classe.anno_di_corso == 1]
    quanto = max((_somiglia(corso, classe.corso) for classe in prime), default=0)
    prime = [c for c in prime if quanto and _somiglia(corso, c.corso) == quanto]
    if len(prime) == 1:
        return prime[0]
    if prime:
        nomi = elenco(classe.detta for classe in prime)
        testo = f"di «{corso}» ci sono {nomi}: aggiungi una colonna con la classe"
    else:
        testo = (
            f"di «{corso}» non c’è una classe prima nel {archivio.detto}: importa prima le classi"
        )
    riga.rileva("corso_di_iscrizione", testo)
    return None


def _somiglia(scritto: str, corso: CorsoNoto) -> int:
    """How much of a course is written: its abbreviation, or its name and maybe something more.

    The ministry writes it in full: «Liceo scientifico - opzione scienze applicate».
    """
    forma, nome = chiave(scritto), chiave(corso.nome)
    if forma in {chiave(corso.sigla), nome}:
        return len(forma) + 1
    return len(nome) if forma.startswith(nome) else 0


def trova_sede(testo: str, archivio: Archivio) -> SedeNota | None:
    """The site of this name or code, or None."""
    forma = chiave(testo)
    return next(
        (sede for sede in archivio.sedi if forma in {chiave(sede.nome), chiave(sede.codice)}), None
    )
