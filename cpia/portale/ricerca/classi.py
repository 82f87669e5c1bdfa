"""Classes: one's own for a teacher, all of them for who runs the school."""

from django.db.models import TextField, Value
from django.db.models.functions import Concat

from cpia.portale.ricerca.confronto import Insieme, numero, trova
from cpia.portale.ricerca.domanda import Domanda
from cpia.portale.ricerca.indirizzi import VEDONO_GLI_STUDENTI, pagine_delle_classi
from cpia.portale.ricerca.persone import classi_proprie
from cpia.portale.ricerca.risultati import NIENTE, Fetta, Risultato, Trovati, trovati
from cpia.scuola.access import Contesto
from cpia.scuola.models import Classe


def classi(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by «2B», «2B AFM», the name of the course, the seat. Three queries."""
    righe = Classe.objects.filter(istituto=contesto.istituto)
    if not contesto.ha(*VEDONO_GLI_STUDENTI):
        proprie = classi_proprie(contesto)
        if not proprie:
            return NIENTE
        righe = righe.filter(pk__in=proprie)
    testo = Insieme(
        Concat(numero("anno_di_corso"), "sezione", output_field=TextField()),
        "corso__sigla",
        "corso__nome",
        "sede__nome",
        "sezione",
        Value("classe"),
    )
    trovate = list(
        trova(
            righe.select_related("corso", "sede", "anno_scolastico"),
            domanda,
            testo,
            "-anno_scolastico__inizio",
            "anno_di_corso",
            "corso__sigla",
            "sezione",
        )[fetta]
    )
    pagine = pagine_delle_classi(contesto, [c.pk for c in trovate]) if trovate else {}
    return trovati(trovate, lambda classe: _classe(classe, pagine))


def _classe(classe: Classe, pagine: dict[int, str]) -> Risultato:
    riga = f"{classe.corso.nome}, {classe.sede}, {classe.anno_scolastico}"
    return Risultato(str(classe), riga, pagine.get(classe.pk, ""))
