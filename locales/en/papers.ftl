### What is put on paper: posters for doors, the key, the proof of service hours.

paper-day = { $year }-{ $month }-{ $day }

## Poster
poster-title = { $community } · codes for the doors
poster-scan = Scan with Telegram on your phone, press Start
poster-what = Tell me what is broken, or that you need help
poster-speak = No need to type: you can just talk to me
poster-dial = If it is urgent, call first: { $dial }

## Key
paper-key-title = Linli · the data key
paper-key-of = { $community }, printed on { $day }.
paper-key-what = These letters open the names, flats, phones and words of residents. Without them not even a backup can be read, and nobody can make them again.
paper-key-keep = Seal this page in an envelope and lock it away like a passport, best with a second one in another place. Take no photo of it, send it to no chat, and do not keep it with the backups.
paper-key-back = When it is needed: write these letters without spaces behind DATA_KEY= in .env, or scan the code to get them, and start Linli.
paper-key-delete = Once it is printed, delete this file from the computer, and clear the printer's memory of it.

## Proof of service hours
proof-title = Certificate of volunteer service
proof-says = This is to certify that { $name } volunteered in { $community } from { $start } to { $end }, { $total } in all, as listed below.
proof-day = Date
proof-what = Service
proof-minutes = Minutes
proof-total = Total: { $total }
proof-span =
    { $hours ->
        [0] { $minutes } min
       *[other]
            { $minutes ->
                [0] { $hours } h
               *[other] { $hours } h { $minutes } min
            }
    }
proof-source = Each of these was claimed and done by this person; a team leader checked the time.
proof-signature = Community (stamp):                                             Date:
