"""Finding the class that a row names, written in one column or in three."""

from cpia.scuola.importazione.rules.archivio import Archivio, ClasseNota, SedeNota
from cpia.scuola.importazione.rules.righe import Riga
from cpia.scuola.importazione.rules.testo import chiave, chiave_classe


def scritta(riga: Riga) -> str:
    """The class as the row writes it, its parts put together."""
    valori = riga.valori
    intera = valori.get("classe") or valori.get("anno_di_corso", "")
    parti = [intera, valori.get("sezione", ""), valori.get("corso", "")]
    return " ".join(parte for parte in parti if parte)


def trova_classe(riga: Riga, archivio: Archivio) -> ClasseNota | None:
    """The class of the year that the row names; a remark and None when it is not just one."""
    testo = scritta(riga)
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


def trova_sede(testo: str, archivio: Archivio) -> SedeNota | None:
    """The site of this name or code, or None."""
    forma = chiave(testo)
    return next(
        (sede for sede in archivio.sedi if forma in {chiave(sede.nome), chiave(sede.codice)}), None
    )
