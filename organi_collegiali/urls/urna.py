"""Secret ballots and elections of persons."""

from django.urls import URLPattern, path

from organi_collegiali.views.urna import carta, elezione, scheda, spoglio

urlpatterns: list[URLPattern] = [
    path("voto-segreto/", scheda.come_resta_segreto, name="come_resta_segreto"),
    path("votazioni/<int:pk>/urna/", scheda.urna, name="urna"),
    path("votazioni/<int:pk>/spoglio/", spoglio.spoglio, name="spoglio"),
    path("votazioni/<int:pk>/urna/annulla/", spoglio.annulla, name="urna_annulla"),
    path("votazioni/<int:pk>/sorteggio/", spoglio.sorteggio, name="sorteggio"),
    path("votazioni/<int:pk>/schede/", carta.schede, name="schede_di_carta"),
    path("punti/<int:pk>/elezione/", elezione.elezione, name="elezione_in_seduta"),
]
