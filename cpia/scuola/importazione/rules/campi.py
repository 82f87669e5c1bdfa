"""The columns that the import understands, with the names that the registers in use give them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

RESPONSABILI: Final = (1, 2)


@dataclass(frozen=True, slots=True)
class Campo:
    """A column that the import understands.

    ``lettore`` names the function that reads its cells (``valori``); ``massimo`` is the longest
    text; ``sinonimi`` are the headers that mean it, as ``testo.chiave`` writes them.
    """

    nome: str
    etichetta: str
    lettore: str
    sinonimi: frozenset[str]
    massimo: int = 120
    esempio: str = ""


def campo(
    nome: str, etichetta: str, lettore: str, nomi: str, *, massimo: int = 120, esempio: str = ""
) -> Campo:
    return Campo(nome, etichetta, lettore, frozenset(nomi.split()), massimo, esempio)


def di(chi: str, campo: Campo) -> Campo:
    """The same column when the header also says of whom: «cognome studente», «alunnoCognome»."""
    varianti = {
        variante
        for nome in campo.sinonimi
        for persona in chi.split()
        for variante in (nome + persona, persona + nome, f"{nome}dell{persona}")
    }
    sinonimi = campo.sinonimi | varianti
    return Campo(campo.nome, campo.etichetta, campo.lettore, sinonimi, campo.massimo, campo.esempio)


COGNOME = campo("cognome", "Cognome", "nome", "cognome", massimo=80, esempio="Rossi")
NOME = campo("nome", "Nome", "nome", "nome", massimo=80, esempio="Anna")
CODICE_FISCALE = campo(
    "codice_fiscale",
    "Codice fiscale",
    "codice_fiscale",
    "codicefiscale cf codfiscale codfisc codicefisc",
    massimo=30,
    esempio="RSSNNA08E43B157T",
)
EMAIL = campo(
    "email",
    "E-mail",
    "email",
    "email mail indirizzoemail postaelettronica indirizzodipostaelettronica emailistituzionale "
    "indirizzomail emailpersonale",
    massimo=254,
    esempio="anna.rossi@example.it",
)
ANAGRAFICA = (
    COGNOME,
    NOME,
    campo("sesso", "Sesso", "sesso", "sesso genere mf sessomf", massimo=20, esempio="F"),
    campo(
        "data_nascita",
        "Data di nascita",
        "nascita",
        "datanascita datadinascita datanasc natoil natail natoail nascita",
        massimo=40,
        esempio="03/05/2008",
    ),
    campo(
        "luogo_nascita",
        "Luogo di nascita",
        "nome",
        "luogonascita luogodinascita luogo comunenascita comunedinascita cittanascita "
        "cittadinascita natoa nataa natoaa",
        massimo=120,
        esempio="Brescia",
    ),
    campo(
        "provincia_nascita",
        "Provincia di nascita",
        "provincia",
        "provincianascita provinciadinascita provnascita provdinascita siglaprovincianascita",
        massimo=20,
        esempio="BS",
    ),
    CODICE_FISCALE,
    EMAIL,
)
CLASSE = campo(
    "classe",
    "Classe",
    "testo",
    "classe classefutura classefrequentata classeattuale classesezione classeesezione siglaclasse "
    "classeassegnata",
    massimo=60,
    esempio="2A AFM",
)
ANNO_DI_CORSO = campo(
    "anno_di_corso",
    "Anno di corso",
    "testo",
    "anno annocorso annodicorso annoclasse",
    massimo=20,
    esempio="2",
)
SEZIONE = campo("sezione", "Sezione", "testo", "sezione sez", massimo=4, esempio="A")
CORSO = campo(
    "corso",
    "Corso",
    "testo",
    "corso siglacorso codicecorso indirizzodistudio indirizzodistudi siglaindirizzo "
    "corsostudi corsodistudi corsodistudio",
    massimo=160,
    esempio="AFM",
)
CORSO_DI_ISCRIZIONE = campo(
    "corso_di_iscrizione",
    "Corso di iscrizione alla prima",
    "testo",
    "corsodiiscrizioneallaprima corsodiiscrizione corsodistudidiiscrizione "
    "corsostudidiiscrizione corsodistudiodiiscrizione",
    massimo=160,
)
SEDE = campo(
    "sede",
    "Sede",
    "testo",
    "sede plesso succursale unitascolastica codiceplesso",
    massimo=120,
    esempio="ITCG",
)
ANNO_SCOLASTICO = campo(
    "anno_scolastico",
    "Anno scolastico",
    "anno_scolastico",
    "annoscolastico as annoscol",
    massimo=20,
    esempio="2023/24",
)
DAL = campo(
    "dal",
    "Dal",
    "data",
    "dal datainizio decorrenza dataiscrizione iscrittodal inizio",
    massimo=40,
    esempio="12/09/2023",
)
LINGUA = campo(
    "lingua",
    "Lingua straniera",
    "lingua",
    "lingua secondalingua lingua2 2lingua linguastraniera secondalinguastraniera "
    "secondalinguacomunitaria linguastudiata",
    massimo=60,
    esempio="Francese",
)


def responsabili() -> Iterator[Campo]:
    for numero in RESPONSABILI:
        chi = [f"{nome}{numero}" for nome in ("responsabile", "genitore", "tutore", "resp")]
        chi += {1: ["padre", "genitore", "responsabile"], 2: ["madre"]}[numero]
        for base in (COGNOME, NOME, CODICE_FISCALE, EMAIL, LEGAME):
            nomi = {forma for sin in base.sinonimi for c in chi for forma in (c + sin, sin + c)}
            etichetta = f"Responsabile {numero}: {base.etichetta.lower()}"
            yield Campo(
                f"responsabile{numero}_{base.nome}",
                etichetta,
                base.lettore,
                frozenset(nomi),
                base.massimo,
            )


LEGAME = campo("legame", "Legame", "legame", "legame tiporapporto parentela rapporto", massimo=40)
CLASSE_IN_PARTI = (CLASSE, ANNO_DI_CORSO, SEZIONE, CORSO, SEDE)
