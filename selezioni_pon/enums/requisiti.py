"""What an applicant is and must hold, and the permission of a public employee."""

from cpia.norme.enums import Voce


class Provenienza(Voce):
    """Where an applicant comes from."""

    INTERNO = "interno", "lavora nella scuola"
    ALTRA_SCUOLA = "altra_scuola", "lavora in un’altra scuola"
    ALTRA_AMMINISTRAZIONE = "altra_amministrazione", "dipendente di un’altra amministrazione"
    PRIVATO = "privato", "libero professionista o dipendente privato"
    COOPERATIVA = "cooperativa", "socio o dipendente di una cooperativa"


class Cittadini(Voce):
    """Whom the citizenship lets apply."""

    UE = "ue", "cittadini italiani o dell’Unione europea"
    EQUIPARATI = "ue_ed_equiparati", "anche chi la legge mette sullo stesso piano"
    TUTTI = "tutti", "chiunque"


class Cittadinanza(Voce):
    """The citizenship of an applicant, as far as it matters here."""

    UE = "ue", "italiana o di uno Stato dell’Unione europea"
    EQUIPARATA = "equiparata", "altra, ma la legge la mette sullo stesso piano"
    ALTRA = "altra", "altra"


class Deroga(Voce):
    """When a degree in the matter may not be asked: experience is ascertained instead."""

    NESSUNA = "nessuna", "nessuna"
    ORDINE = "ordine_o_albo", "professionista iscritto in un ordine o albo"
    ARTE = "arte_spettacolo_mestieri", "arte, spettacolo o mestieri artigianali"
    INFORMATICA = "attivita_informatica", "attività informatica"
    DIDATTICA = "didattica_ricerca", "supporto alla didattica, alla ricerca o all’orientamento"


class EsenzioneAutorizzazione(Voce):
    """Why a public employee needs no permission."""

    NESSUNA = "nessuna", "nessuna"
    TEMPO_PARZIALE = "tempo_parziale", "tempo parziale fino al 50 per cento"
    DOCENZA = "docenza", "docenza, ricerca o formazione dei dipendenti pubblici"
    LIBERA_PROFESSIONE = (
        "libera_professione",
        "docenza universitaria a tempo definito o libera professione permessa dalla legge",
    )
    CONVEGNI = "convegni", "partecipazione a convegni e seminari"
    SOLO_RIMBORSO = "solo_rimborso", "solo il rimborso delle spese documentate"
    ASPETTATIVA = "aspettativa_comando", "aspettativa, comando o fuori ruolo"


class StatoAutorizzazione(Voce):
    """Where the permission to a public employee stands."""

    NON_SERVE = "non_serve", "non serve"
    MANCA = "manca", "da chiedere"
    ATTESA = "attesa", "chiesta, si aspetta"
    DATA = "data", "data"
    PER_SILENZIO = "per_silenzio", "data per silenzio"
    NEGATA = "negata", "negata"
