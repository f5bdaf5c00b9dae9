-- wrk: every request is a question of a family that has never written, with a text from routing-rules/training.
local texts, thread = {}, 0
function setup(t) t:set("id", thread); thread = thread + 1 end
function init(args)
  for line in io.lines(os.getenv("TEXTS")) do texts[#texts + 1] = line end
  math.randomseed(os.time() * 100 + id)
  run = string.format("%x%04x", os.time(), math.random(0, 65535))
  n = 0
end
function request()
  n = n + 1
  local family = run .. "-" .. id .. "-" .. n
  local body = string.format('{"name":"Family %d","email":"family%s@example.org","text":"%s"}',
    n, family, texts[1 + (n * 7919 + id * 104729) % #texts])
  return wrk.format("POST", "/api/inquiries", { ["Content-Type"] = "application/json" }, body)
end
