"""Groups, lessons, attendance, silence."""

from django.urls import URLPattern, path

from patto_formativo.views.frequenza import assenti, composizione, gruppi, lezioni, persona

CORSISTA = "corsisti/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("gruppi/", gruppi.elenco, name="gruppi"),
    path("gruppi/nuovo/", composizione.nuovo, name="gruppo_nuovo"),
    path("gruppi/<int:pk>/", gruppi.gruppo, name="gruppo"),
    path("gruppi/<int:pk>/modifica/", composizione.modifica, name="gruppo_modifica"),
    path("gruppi/<int:pk>/membri/", composizione.membri, name="gruppo_membri"),
    path("gruppi/<int:pk>/lezioni/nuova/", lezioni.nuova, name="lezione_nuova"),
    path("membri/<int:pk>/esce/", composizione.esce, name="membro_esce"),
    path("lezioni/<int:pk>/", lezioni.lezione, name="lezione"),
    path("lezioni/<int:pk>/togli/", lezioni.togli, name="lezione_togli"),
    path("distanza/", lezioni.distanza, name="distanza"),
    path(f"{CORSISTA}frequenza/", persona.frequenza, name="frequenza"),
    path(f"{CORSISTA}frequenza/perche/", persona.perche, name="frequenza_perche"),
    path(f"{CORSISTA}segno/", persona.segno, name="segno"),
    path(f"{CORSISTA}deroga/", persona.deroga_nuova, name="deroga_nuova"),
    path("deroghe/<int:pk>/approva/", persona.deroga_approva, name="deroga_approva"),
    path("deroghe/<int:pk>/respingi/", persona.deroga_respingi, name="deroga_respingi"),
    path("assenti/", assenti.elenco, name="assenti"),
    path(f"{CORSISTA}avviso/", assenti.avviso, name="avviso_assenza"),
    path(f"{CORSISTA}ritiro/", assenti.ritiro, name="ritiro"),
    path("esame/", assenti.esame, name="esame"),
]
