### What the demo page says after its clock was moved.

demo-passed =
    { $hours ->
        [1] An hour later
        [24] A day later
       *[other] { $hours } hours later
    }
demo-and = { ", " }
demo-news = { demo-passed }: news for { $chats }.
demo-quiet = { demo-passed }: nothing was due.
